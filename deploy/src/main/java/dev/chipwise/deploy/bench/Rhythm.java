package dev.chipwise.deploy.bench;

import java.time.Duration;

/**
 * How events are published when the age of answers is measured.
 *
 * @param warmUp at the same rate, before the age is looked at
 * @param measured how long it is looked at
 */
public record Rhythm(int eventsPerSecond, Duration warmUp, Duration measured) {

    private static final Duration LONG = Duration.ofSeconds(6);
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** Events a second from which on it is the number of events that counts, not the time. */
    private static final int MANY = 10_000;

    /** The time at this rate that a bench has for it. */
    public static Rhythm at(int eventsPerSecond) {
        return new Rhythm(eventsPerSecond, SHORT, eventsPerSecond < MANY ? LONG : SHORT);
    }

    public int warmUpEvents() {
        return events(warmUp);
    }

    public int measuredEvents() {
        return events(measured);
    }

    private int events(Duration duration) {
        return StrictMath.toIntExact(duration.toMillis() * eventsPerSecond / 1000);
    }
}
