package dev.chipwise.ingest.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers for a moment that the broker did not answer, so that requests which would only wait are
 * refused at once; the first one after that moment tries again.
 */
final class Outage {

    private static final long MOMENT = Duration.ofSeconds(3).toNanos();

    private final LongSupplier nanos;
    private volatile long end;

    Outage(LongSupplier nanos) {
        this.nanos = nanos;
        this.end = nanos.getAsLong();
    }

    void begin() {
        end = nanos.getAsLong() + MOMENT;
    }

    void over() {
        end = nanos.getAsLong();
    }

    boolean isOn() {
        return nanos.getAsLong() - end < 0;
    }
}
