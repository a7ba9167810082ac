package dev.chipwise.deploy.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Ties a clock that never jumps to the time of day, as events carry it. */
public record Timeline(Instant anchor, long anchorNanos) {

    /** To the microsecond, as an event keeps it. */
    public Instant instant(long nanos) {
        return anchor.plusNanos(nanos - anchorNanos).truncatedTo(ChronoUnit.MICROS);
    }

    public long nanos(Instant instant) {
        return anchorNanos + ChronoUnit.NANOS.between(anchor, instant);
    }
}
