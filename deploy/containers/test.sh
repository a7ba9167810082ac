#!/usr/bin/env bash
# The tests that want a broker in a container, with everything they need: an engine (started and ended again where none
# runs), an image (built here where none can be had). Fails when they fail, and also when they were skipped.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=deploy/target/containers
mkdir -p "$work"
engine=
started=$SECONDS

# shellcheck disable=SC2317 # It is called when the script ends.
stop_engine() {
  docker ps --quiet --all --filter label=org.testcontainers=true | xargs -r docker rm --force >/dev/null
  kill "$engine"
  wait "$engine" || true
}

start_engine() {
  command -v dockerd >/dev/null || install_engine
  dockerd --pidfile "$PWD/$work/dockerd.pid" >"$work/dockerd.log" 2>&1 &
  engine=$!
  trap stop_engine EXIT
  for _ in $(seq 150); do
    docker info >/dev/null 2>&1 && return
    kill -0 "$engine" 2>/dev/null || break
    sleep 0.2
  done
  trap - EXIT
  tail -n 5 "$work/dockerd.log" >&2
  echo "No container engine could be started here; start one and try again." >&2
  exit 1
}

install_engine() {
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "There is no container engine; install and start one, or run this as root on Debian." >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends docker.io iptables >/dev/null
}

mvn -B -ntp -q -pl deploy -am -DskipTests package
# Clients, embedded broker and the broker in the container are of one version.
version=$(basename deploy/target/lib/kafka-clients-*.jar .jar)
version=${version#kafka-clients-}

docker info >/dev/null 2>&1 || start_engine
echo "engine: $(docker version --format '{{.Server.Version}}')"

image=apache/kafka:$version
if ! docker image inspect "$image" >/dev/null 2>&1 && ! timeout 300 docker pull --quiet "$image" >/dev/null 2>&1; then
  image=chipwise/kafka:$version
  docker image inspect "$image" >/dev/null 2>&1 || deploy/containers/kafka-image.sh "$image"
fi
echo "image: $image"

# The container is on this machine, and it is ours to remove; no image but that one is needed.
export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=localhost
export TESTCONTAINERS_CHECKS_DISABLE=true TESTCONTAINERS_PULL_TIMEOUT=5
rm -f deploy/target/failsafe-reports/TEST-*ContainerIT.xml
status=0
mvn -B -ntp -q -pl deploy -am verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test='*ContainerIT' -Dfailsafe.failIfNoSpecifiedTests=false -Dchipwise.kafka.image="$image" || status=$?

# The sum of an attribute over the <testsuite> elements of all reports.
sum() {
  grep -ho -m 1 '<testsuite [^>]*' deploy/target/failsafe-reports/TEST-*ContainerIT.xml |
    grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

tests=$(sum tests)
skipped=$(sum skipped)
echo "$tests tests against $image, $skipped skipped, $((SECONDS - started)) s"
if [ "$status" -eq 0 ] && { [ "$tests" -eq 0 ] || [ "$skipped" -gt 0 ]; }; then
  echo "A test that did not run proves nothing." >&2
  status=1
fi
exit "$status"
