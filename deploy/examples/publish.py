#!/usr/bin/env python3
"""Publishes results to a Chipwise gateway with nothing but Python's own library.

    publish.py FILE.jsonl          or use publish() in a measuring program
"""
import json
import os
import sys
import time
import urllib.error
import urllib.request

GATEWAY = os.environ.get("CHIPWISE_GATEWAY", "http://127.0.0.1:8484")
LATER = (408, 429, 500, 503)


def publish(records, key=None, gateway=GATEWAY, token=os.environ.get("CHIPWISE_TOKEN"), patience_s=120):
    """Returns the status of every record, once the broker has them; raises when that takes too long.

    Without a key, records that say the same are one event, however often they are sent. A program whose equal measurements are
    two runs gives each call a key of its own, such as str(uuid.uuid4()); retries in here use the same one.
    """
    body = "\n".join(json.dumps(record) for record in records).encode()
    headers = {"Content-Type": "application/x-ndjson"}
    if key:
        headers["Idempotency-Key"] = key
    if token:
        headers["Authorization"] = "Bearer " + token
    end = time.monotonic() + patience_s
    while True:
        request = urllib.request.Request(gateway + "/v1/results", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["records"]
        except urllib.error.HTTPError as problem:
            said = json.load(problem)
            if problem.code == 422 and "records" in said:
                return said["records"]
            if problem.code not in LATER or time.monotonic() > end:
                raise RuntimeError(f"{said['title']}: {said['detail']}; {said['fix']}") from problem
            time.sleep(float(problem.headers.get("Retry-After", 2)))
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(2)


def main(path):
    with open(path, encoding="utf-8") as lines:
        statuses = publish([json.loads(line) for line in lines if line.strip()])
    for status in statuses:
        if status["status"] == "rejected":
            print(f"record {status['index']}: {status['reason']}: {status['field']}: {status['fix']}", file=sys.stderr)
    rejected = sum(status["status"] == "rejected" for status in statuses)
    print(f"{len(statuses) - rejected} accepted, {rejected} rejected")
    return 4 if rejected else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
