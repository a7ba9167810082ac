# The front desk. Each line does what its Maven or chipwise command does, no more.
.DEFAULT_GOAL := help
.PHONY: help check fix demo bench jmh chaos hostile soak container-test

# What JMH is told; a run that decides something wants more forks and iterations.
JMH ?= -f 1 -wi 3 -w 1s -i 3 -r 1s -prof gc
SEED ?= 1
MINUTES ?= 60
RECORDS ?= 2000000
ONE_SUITE = -B -ntp -pl deploy -am verify -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

help: ## what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1	/'

check: ## everything the build checks: format, rules of the house, tests
	mvn -B -ntp verify

fix: ## format the sources
	mvn -B -ntp -q spotless:apply

demo: ## the sample fleet from publish to recommendation, then stop
	./chipwise demo --exit

bench: ## how many events per second, and how fresh the answers are; every reading in deploy/target/bench.json
	./chipwise bench --save deploy/target/bench.json

jmh: ## what the hot paths cost, one by one, in time and allocation
	mvn -B -ntp -q -Pjmh -DskipTests -pl deploy -am process-test-classes
	java -cp deploy/target/test-classes:deploy/target/classes:$$(cat deploy/target/jmh.classpath) org.openjdk.jmh.Main $(JMH)

chaos: ## what is broken on purpose, at length: make chaos SEED=n
	mvn $(ONE_SUITE) -Dit.test='dev.chipwise.deploy.chaos.*IT' -Dchipwise.chaos.long=true -Dchipwise.chaos.kills.sink=200 -Dchipwise.chaos.kills=12 -Dchipwise.chaos.cycles=200 -Dchipwise.chaos.cluster.rounds=4 -Dchipwise.chaos.cutoff.seconds=30 -Dchipwise.chaos.seed=$(SEED)

hostile: ## what nobody should send, to every way in: make hostile RECORDS=n SEED=n
	mvn -B -ntp -pl ingest,scorer,snapshotter -am test -Dtest='HostileFilesTest,HostileLinesTest,HostileBodiesTest,HostileRecordsTest' -Dsurefire.failIfNoSpecifiedTests=false -Dchipwise.hostile.records=$(RECORDS) -Dchipwise.hostile.seed=$(SEED)

soak: ## everything under load and faults for long: make soak MINUTES=n
	mvn $(ONE_SUITE) -Dit.test=SoakIT -Dchipwise.chaos.soak.minutes=$(MINUTES) -Dchipwise.chaos.seed=$(SEED)

container-test: ## the tests against a Kafka broker in a container; brings engine and image where they are missing
	deploy/containers/test.sh
