#!/bin/sh
# Publishes a file of one JSON record per line, a hundred at a time, compressed, until all of it is kept.
#   loop.sh FILE.jsonl
# A part is sent again until the gateway has said what became of it, so nothing is lost when gateway or broker go away.
set -eu

gateway=${CHIPWISE_GATEWAY:-http://127.0.0.1:8484}
[ $# -eq 1 ] || { echo "usage: $0 FILE.jsonl" >&2; exit 2; }
file=$1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
split -l 100 "$file" "$work/part."

send() {
  set -- "$1" --silent --output "$work/answer" --write-out '%{http_code}' --max-time 60 \
    --header 'Content-Type: application/x-ndjson' --header 'Content-Encoding: gzip' --data-binary @-
  [ -z "${CHIPWISE_TOKEN:-}" ] || set -- "$@" --header "Authorization: Bearer $CHIPWISE_TOKEN"
  part=$1
  shift
  gzip -c "$part" | curl "$@" "$gateway/v1/results" || true
}

rejected=0
for part in "$work"/part.*; do
  while :; do
    code=$(send "$part")
    case $code in
      202) break ;;
      422) rejected=1; cat "$work/answer" >&2; echo >&2; break ;;
      000 | 408 | 429 | 5??) sleep "${CHIPWISE_PAUSE:-2}" ;;
      *) cat "$work/answer" >&2; echo >&2; exit 4 ;;
    esac
  done
  # Some records of a part may have been rejected; the answer says which and why.
  grep -q '"rejected":0' "$work/answer" || { rejected=1; cat "$work/answer" >&2; echo >&2; }
done
[ "$rejected" -eq 0 ] || exit 4
echo "all of $file is kept"
