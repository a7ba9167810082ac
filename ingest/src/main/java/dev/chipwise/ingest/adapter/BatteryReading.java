package dev.chipwise.ingest.adapter;

/**
 * One row of a battery log; times in ms, the rest as written. Null where the row does not say.
 *
 * @param line of the file
 * @param onCharger null where the log does not tell
 * @param follows whether nothing unreadable stands between it and the reading before
 */
record BatteryReading(
        int line,
        double timeMs,
        double voltage,
        double current,
        Double counter,
        Double level,
        Double temperature,
        Double capacity,
        Boolean onCharger,
        boolean follows) {

    /** Longer without a reading, and nobody knows what the battery did. */
    static final double LONGEST_GAP_MS = 600_000;

    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** Whether what lies between may be taken as a straight line. */
    boolean continues(BatteryReading before) {
        return follows && timeMs - before.timeMs <= LONGEST_GAP_MS;
    }

    /** Charge since the reading before in raw units times hours, by the trapezoid rule. */
    double chargeSince(BatteryReading before) {
        return (before.current + current) / 2 * (timeMs - before.timeMs) / MILLIS_PER_HOUR;
    }
}
