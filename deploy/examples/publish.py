#!/usr/bin/env python3
"""Publishes results to a Chipwise gateway with nothing but Python's own library.

    publish.py FILE.jsonl          or use publish() in a measuring program

Ends with 0 when all of it is kept, 4 when some was rejected, 5 when it may be sent again.
"""
import json
import os
import sys
import time
import urllib.error
import urllib.request

GATEWAY = os.environ.get("CHIPWISE_GATEWAY", "http://127.0.0.1:8484")
LATER = (408, 429, 500, 502, 503, 504)
MOST_AT_ONCE = 500


class NotPublished(RuntimeError):
    """Some of it may be kept nevertheless; sending all of it again counts nothing twice."""

    def __init__(self, why, later):
        super().__init__(why)
        self.later = later


def publish(records, key=None, gateway=GATEWAY, token=os.environ.get("CHIPWISE_TOKEN"), patience_s=120):
    """Returns the status of every record, once the broker has them; raises NotPublished when that takes too long.

    Without a key, records that say the same are one event, however often they are sent. A program whose equal measurements are
    two runs gives each call a key of its own, such as str(uuid.uuid4()); retries in here use the same one.
    """
    records = list(records)
    end = time.monotonic() + patience_s
    statuses = []
    for first in range(0, len(records), MOST_AT_ONCE):
        piece = records[first : first + MOST_AT_ONCE]
        # Equal records in two pieces are two, as they are within one.
        piece_key = f"{key}/{first}" if key and first else key
        for status in send(piece, piece_key, gateway, token, end):
            statuses.append({**status, "index": first + status["index"]})
    return statuses


def send(records, key, gateway, token, end):
    body = "\n".join(json.dumps(record) for record in records).encode()
    headers = {"Content-Type": "application/x-ndjson"}
    if key:
        headers["Idempotency-Key"] = key
    if token:
        headers["Authorization"] = "Bearer " + token
    while True:
        request = urllib.request.Request(gateway + "/v1/results", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["records"]
        except urllib.error.HTTPError as problem:
            said = words(problem)
            if problem.code == 422 and "records" in said:
                return said["records"]
            if problem.code not in LATER or time.monotonic() > end:
                why = "; ".join(said[part] for part in ("title", "detail", "fix") if part in said)
                raise NotPublished(f"{gateway} answers {problem.code}: {why}", problem.code in LATER) from problem
            time.sleep(pause(problem))
        except (OSError, ValueError) as failure:
            if time.monotonic() > end:
                raise NotPublished(f"no answer from {gateway}: {failure}", True) from failure
            time.sleep(2)


def words(problem):
    """What a problem says; something else than a gateway, such as a proxy, says it in no JSON of ours."""
    try:
        said = json.load(problem)
    except (OSError, ValueError):
        said = None
    return said if isinstance(said, dict) else {"title": str(problem.reason)}


def pause(problem):
    try:
        return min(60.0, max(0.0, float(problem.headers.get("Retry-After", 2))))
    except ValueError:
        return 2.0


def main(path):
    with open(path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    try:
        statuses = publish(records)
    except NotPublished as failure:
        print(failure, file=sys.stderr)
        return 5 if failure.later else 4
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
