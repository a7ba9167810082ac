package dev.chipwise.ingest.fleet;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The truth of one cell, free of noise.
 *
 * @param latencyMs time of one batch
 * @param itemsPerSecond before the device is hot
 * @param watts while inferring, before the device is hot
 * @param memoryBound whether moving memory, not computing, sets the pace
 * @param values every metric that is measured of this cell, by metric id, in the metric's unit
 */
public record Expected(
        double latencyMs,
        double itemsPerSecond,
        double watts,
        boolean memoryBound,
        double throttleAfterSeconds,
        SortedMap<String, Double> values) {

    public Expected {
        values = new TreeMap<>(values);
    }

    /** The true value of a metric in its unit, {@code NaN} when it is not measured here. */
    public double value(String metric) {
        return values.getOrDefault(metric, Double.NaN);
    }
}
