package dev.chipwise.ingest.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * So many requests per second for each token, on the average; what was not used for two seconds is
 * not saved up.
 */
final class RateLimit {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long SAVED_SECONDS = 2;

    private final long cost;
    private final LongSupplier nanos;

    /** By token: when all that it has used will be forgiven. */
    private final Map<String, Long> forgivenAt = new ConcurrentHashMap<>();

    /**
     * @param nanos a clock that never goes back, in nanoseconds
     */
    RateLimit(int requestsPerSecond, LongSupplier nanos) {
        this.cost = SECOND / requestsPerSecond;
        this.nanos = nanos;
    }

    /** Takes one request of a token; how long to wait instead, where it has none left. */
    Optional<Duration> take(String token) {
        long now = nanos.getAsLong();
        var wait = new long[1];
        forgivenAt.compute(
                token,
                (key, at) -> {
                    long next = (at == null || at - now < 0 ? now : at) + cost;
                    wait[0] = next - now - SAVED_SECONDS * SECOND;
                    return wait[0] > 0 ? at : next;
                });
        return wait[0] > 0 ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
    }
}
