package dev.chipwise.deploy.bench;

import java.time.Duration;

/**
 * How events are published when the age of answers is measured.
 *
 * @param warmUp at the same rate, before the age is looked at
 * @param measured how long it is looked at
 */
public record Rhythm(int eventsPerSecond, Duration warmUp, Duration measured) {

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
