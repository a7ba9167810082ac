#!/bin/sh
# Publishes one result from a phone or board, with curl only (Termux, adb shell, any Linux board).
#   phone.sh MODEL VERSION DEVICE LATENCY_MS
# Ends with 0 when it is kept, 4 when it was rejected, 5 when it may be sent again.
set -eu

gateway=${CHIPWISE_GATEWAY:-http://127.0.0.1:8484}
[ $# -eq 4 ] || { echo "usage: $0 MODEL VERSION DEVICE LATENCY_MS" >&2; exit 2; }
case $4 in
  '' | *[!0-9.eE+-]*) echo "LATENCY_MS must be a number like 12.5, not '$4'" >&2; exit 2 ;;
esac

# Names may have quotes in them; a line break in one becomes a blank.
quoted() { printf '%s' "$1" | tr '\000-\037' ' ' | sed 's/[\\"]/\\&/g'; }

# The time is taken once, here: a retry with the same body is the same event.
body=$(printf '{"kind":"benchmark","occurred_at":"%s","model":"%s","version":"%s",
  "hardware":{"type":"cpu","vendor":"%s","device":"%s"},
  "configuration":{"runtime":"tflite","precision":"int8"},
  "metrics":{"latency_mean_ms":%s}}' \
  "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(quoted "$1")" "$(quoted "$2")" \
  "$(quoted "${CHIPWISE_VENDOR:-generic}")" "$(quoted "$3")" "$4")

# Answers that are for later (408, 429, 503) and broken connections are tried again by curl itself.
set -- --silent --show-error --retry "${CHIPWISE_RETRIES:-5}" --retry-connrefused --max-time 60 \
  --header 'Content-Type: application/json' --data-binary "$body" \
  --write-out '\n%{http_code}'
[ -z "${CHIPWISE_TOKEN:-}" ] || set -- "$@" --header "Authorization: Bearer $CHIPWISE_TOKEN"
answer=$(curl "$@" "$gateway/v1/results") || exit 5

echo "$answer" | sed '$d'
case ${answer##*
} in
  202) exit 0 ;;
  408 | 429 | 5??) exit 5 ;;
  *) exit 4 ;;
esac
