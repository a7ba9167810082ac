# The front desk. Each line does what its Maven or chipwise command does, no more.
.DEFAULT_GOAL := help
.PHONY: help check fix demo bench

help: ## what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/'

check: ## everything the build checks: format, rules of the house, tests
	mvn -B -ntp verify

fix: ## format the sources
	mvn -B -ntp -q spotless:apply

demo: ## the sample fleet from publish to recommendation, then stop
	./chipwise demo --exit

bench: ## how many events per second, and how fresh the answers are
	./chipwise bench
