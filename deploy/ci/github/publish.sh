#!/usr/bin/env bash
# What action.yml runs; its inputs come as DISTRIBUTION, SHA256, FILES, GATEWAY, TOKEN, OPTIONS and JUNIT.
set -euo pipefail

refuse() { printf '::error title=chipwise::%s\n' "$*"; exit 2; }

work=$(mktemp -d "${RUNNER_TEMP:-/tmp}/chipwise.XXXXXX")
trap 'rm -rf "$work"' EXIT

home=$DISTRIBUTION
if [ ! -d "$home" ]; then
  archive=$DISTRIBUTION
  case $archive in
    http://* | https://*)
      [ -n "${SHA256:-}" ] || refuse "sha256 is missing; say the hash of $archive"
      archive=$work/chipwise-publish.tar.gz
      curl --fail --silent --show-error --location --retry 3 --output "$archive" "$DISTRIBUTION"
      ;;
  esac
  [ -f "$archive" ] || refuse "there is no $archive; distribution names chipwise-publish.tar.gz or its folder"
  if [ -n "${SHA256:-}" ]; then
    printf '%s  %s\n' "$SHA256" "$archive" | sha256sum --check --quiet || refuse "$archive is not the file that sha256 names"
  fi
  tar xzf "$archive" -C "$work"
  home=$work/chipwise-publish
fi

words=(validate)
if [ -n "${GATEWAY:-}" ]; then
  words=(publish --gateway "$GATEWAY")
  if [ -n "${TOKEN:-}" ]; then
    # A file of its owner's alone: a command line can be read by every process of the machine.
    (umask 077 && printf '%s\n' "$TOKEN" >"$work/token")
    words+=(--token-file "$work/token")
  fi
fi
[ -z "${JUNIT:-}" ] || words+=(--junit "$JUNIT")
while IFS= read -r line; do
  [ -z "$line" ] || words+=("$line")
done <<<"${OPTIONS:-}"
words+=(--)
while IFS= read -r line; do
  [ -z "$line" ] || words+=("$line")
done <<<"$FILES"

unset TOKEN
"$home/bin/chipwise-publish" "${words[@]}"
