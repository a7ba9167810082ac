package dev.chipwise.schemas.domain;

/**
 * A metric of the catalogue.
 *
 * @param code short number for state and wire, never given to another metric
 * @param family metrics whose noise is alike share one variance prior
 * @param criterion the word that weights use for it ({@code latency}), or empty; each has one
 *     metric
 */
public record Metric(
        int code,
        String id,
        String unit,
        Direction direction,
        Range range,
        String family,
        String criterion,
        String description) {

    /** Which way is better. */
    public enum Direction implements WireName {
        LOWER,
        HIGHER,
        /** Context that is never scored. */
        NONE
    }

    /** Which values can be. */
    public enum Range implements WireName {
        POSITIVE,
        NON_NEGATIVE,
        PERCENT,
        ANY
    }

    /** Whether it can be scored: a log-cost needs a direction and values above zero. */
    public boolean isScored() {
        return direction != Direction.NONE && range == Range.POSITIVE;
    }

    /** The value on the scale where differences are ratios and more is always worse. */
    public double logCost(double value) {
        double log = StrictMath.log(value);
        return direction == Direction.HIGHER ? -log : log;
    }

    /** The inverse of {@link #logCost}. */
    public double fromLogCost(double logCost) {
        return StrictMath.exp(direction == Direction.HIGHER ? -logCost : logCost);
    }
}
