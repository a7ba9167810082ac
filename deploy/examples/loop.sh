#!/bin/sh
# Publishes a file of one JSON record per line, a hundred at a time, compressed, until all of it is kept.
#   loop.sh FILE.jsonl
# A part is sent again until the gateway has said what became of it, so nothing is lost when gateway or broker go away.
# Ends with 0 when all of it is kept, 4 when some was rejected or where sending again would not help.
set -eu

gateway=${CHIPWISE_GATEWAY:-http://127.0.0.1:8484}
[ $# -eq 1 ] || { echo "usage: $0 FILE.jsonl" >&2; exit 2; }
file=$1
[ -s "$file" ] || { echo "there is nothing in $file" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
split -l 100 "$file" "$work/part."

# Leaves the HTTP status, 000 where there is none, and curl's own exit code and words in files.
send() {
  part=$1
  set -- --silent --show-error --output "$work/answer" --write-out '%{http_code}' --max-time 60 \
    --header 'Content-Type: application/x-ndjson' --header 'Content-Encoding: gzip' --data-binary @-
  [ -z "${CHIPWISE_TOKEN:-}" ] || set -- "$@" --header "Authorization: Bearer $CHIPWISE_TOKEN"
  : >"$work/answer"
  ended=0
  gzip -c "$part" | curl "$@" "$gateway/v1/results" >"$work/status" 2>"$work/error" || ended=$?
  status=$(cat "$work/status")
}

give_up() {
  echo "$1; sending it again would not help" >&2
  cat "$work/answer" >&2
  exit 4
}

# Once per outage, so that whoever watches knows why nothing moves.
say_that_it_waits() {
  [ -n "$waiting" ] || echo "no answer from $gateway yet (${status}$(sed 's/^/ /' "$work/error")); trying on" >&2
  waiting=yes
}

rejected=0
waiting=
for part in "$work"/part.*; do
  while :; do
    send "$part"
    case $ended in
      # An address or protocol that curl does not know, or a certificate that it does not trust.
      1 | 3 | 60 | 77) give_up "$gateway cannot be asked: $(cat "$work/error")" ;;
    esac
    case $status in
      202) break ;;
      422) rejected=1; cat "$work/answer" >&2; echo >&2; break ;;
      000 | 408 | 429 | 5??) say_that_it_waits; sleep "${CHIPWISE_PAUSE:-2}" ;;
      *) give_up "$gateway/v1/results answers $status" ;;
    esac
  done
  waiting=
  # Some records of a part may have been rejected; the answer says which and why.
  [ "$status" = 422 ] || grep -q '"rejected":0' "$work/answer" || { rejected=1; cat "$work/answer" >&2; echo >&2; }
done
[ "$rejected" -eq 0 ] || exit 4
echo "all of $file is kept"
