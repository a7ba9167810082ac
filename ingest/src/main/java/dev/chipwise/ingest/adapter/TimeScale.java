package dev.chipwise.ingest.adapter;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A unit of time as tools write it. */
enum TimeScale {
    NANOSECONDS(1, 1e6, "ns"),
    MICROSECONDS(1, 1e3, "us", "µs", "μs"),
    MILLISECONDS(1, 1, "ms"),
    SECONDS(1e3, 1, "s"),
    MINUTES(6e4, 1, "min"),
    HOURS(36e5, 1, "hr"),
    DAYS(864e5, 1, "day");

    private static final double MILLIS_PER_SECOND = 1e3;

    private final double millisPerUnit;
    private final double unitsPerMilli;
    private final Set<String> words;

    /** One of the two numbers is 1, so that a conversion rounds once. */
    TimeScale(double millisPerUnit, double unitsPerMilli, String... words) {
        this.millisPerUnit = millisPerUnit;
        this.unitsPerMilli = unitsPerMilli;
        this.words = Set.of(words);
    }

    static Optional<TimeScale> of(String word) {
        return Stream.of(values()).filter(scale -> scale.words.contains(word)).findFirst();
    }

    /** A duration in milliseconds; null stays null. */
    Double toMs(Double duration) {
        return duration == null ? null : Double.valueOf(duration * millisPerUnit / unitsPerMilli);
    }

    /** A number of things per unit as one per second; null stays null. */
    Double perSecond(Double rate) {
        var factor = unitsPerMilli * MILLIS_PER_SECOND / millisPerUnit;
        return rate == null ? null : Double.valueOf(rate * factor);
    }
}
