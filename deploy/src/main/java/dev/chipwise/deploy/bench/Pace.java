package dev.chipwise.deploy.bench;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * A steady beat. A beat that comes late is not moved: what is late is measured as late, and the
 * beats after it catch up.
 */
public final class Pace {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long perSecond;
    private final LongSupplier nanos;
    private final LongConsumer pause;
    private final long start;
    private long beats;

    /**
     * A beat.
     *
     * @param start when the first one is due
     * @param nanos what time it is
     * @param pause waits that many nanoseconds, or less
     */
    public Pace(long perSecond, long start, LongSupplier nanos, LongConsumer pause) {
        if (perSecond < 1) {
            throw new IllegalArgumentException(
                    "the rate must be at least 1 a second: " + perSecond);
        }
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.pause = pause;
        this.start = start;
    }

    /** When a beat is due, the first being number 0. */
    public long due(long beat) {
        long whole = beat / perSecond * NANOS_PER_SECOND;
        return start + whole + beat % perSecond * NANOS_PER_SECOND / perSecond;
    }

    /** Waits for the next beat, and returns when it was due. */
    public long next() {
        long due = due(beats++);
        for (long left = due - nanos.getAsLong(); left > 0; left = due - nanos.getAsLong()) {
            pause.accept(left);
        }
        return due;
    }
}
