package dev.chipwise.deploy.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much something grows per hour, by least squares. Readings of several lives, as a process has
 * that is killed and started again, count each around their own mean.
 */
final class Trend {

    private static final double SECONDS_PER_HOUR = 3600;

    private record Reading(double seconds, double value) {}

    private final Map<Integer, List<Reading>> lives = new TreeMap<>();

    void add(int life, double seconds, double value) {
        lives.computeIfAbsent(life, any -> new ArrayList<>()).add(new Reading(seconds, value));
    }

    /** 0 when nothing can be said. */
    double perHour() {
        double together = 0;
        double alone = 0;
        for (var life : lives.values()) {
            double time = life.stream().mapToDouble(Reading::seconds).average().orElse(0);
            double level = life.stream().mapToDouble(Reading::value).average().orElse(0);
            for (var reading : life) {
                together += (reading.seconds - time) * (reading.value - level);
                alone += (reading.seconds - time) * (reading.seconds - time);
            }
        }
        return alone == 0 ? 0 : together / alone * SECONDS_PER_HOUR;
    }

    int readings() {
        return lives.values().stream().mapToInt(List::size).sum();
    }

    double most() {
        return lives.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Reading::value)
                .max()
                .orElse(0);
    }
}
