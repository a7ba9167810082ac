package dev.chipwise.ingest.http;

import java.time.Duration;

/**
 * What requests may cost, so that no client decides how much memory or time the gateway uses.
 *
 * @param sentBytes of one body as it is sent
 * @param unpackedBytes of one body after decompression
 * @param ratio of unpacked to sent, once a body has more than a megabyte
 * @param records in one request
 * @param recordsInFlight of all requests together
 * @param requests at once
 * @param bodyPatience for a whole body, or a whole head, to arrive
 * @param answerPatience for the broker to acknowledge what a request sent
 * @param requestsPerSecond of one token, on the average
 */
public record Limits(
        long sentBytes,
        long unpackedBytes,
        int ratio,
        int records,
        int recordsInFlight,
        int requests,
        Duration bodyPatience,
        Duration answerPatience,
        int requestsPerSecond) {

    public static final Limits DEFAULT =
            new Limits(
                    16 << 20,
                    64 << 20,
                    100,
                    10_000,
                    20_000,
                    24,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(15),
                    50);

    public Limits {
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "--rate-limit must be at least 1 request per second, not " + requestsPerSecond);
        }
    }

    /** Half of all: bodies may come slowly, and others want to be heard meanwhile. */
    int requestsOfOneSender() {
        return Math.max(1, requests / 2);
    }

    public Limits withRequestsPerSecond(int perSecond) {
        return new Limits(
                sentBytes,
                unpackedBytes,
                ratio,
                records,
                recordsInFlight,
                requests,
                bodyPatience,
                answerPatience,
                perSecond);
    }
}
