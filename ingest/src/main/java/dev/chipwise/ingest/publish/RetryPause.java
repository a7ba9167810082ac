package dev.chipwise.ingest.publish;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long whoever found nobody there leaves off trying. */
public final class RetryPause {

    private final Duration length;
    private final LongSupplier nanos;
    private long begin;
    private boolean hasBegun;

    /**
     * @param nanos a clock that only goes forward, such as {@code System::nanoTime}
     */
    public RetryPause(Duration length, LongSupplier nanos) {
        this.length = length;
        this.nanos = nanos;
    }

    void begin() {
        begin = nanos.getAsLong();
        hasBegun = true;
    }

    boolean isOver() {
        return !hasBegun || nanos.getAsLong() - begin >= length.toNanos();
    }
}
