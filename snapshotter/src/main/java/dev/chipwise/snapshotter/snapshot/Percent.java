package dev.chipwise.snapshotter.snapshot;

/** Writes differences of logs as the percentages that people read. */
final class Percent {

    private Percent() {}

    /** Such as {@code +12.3 %}. By hand, since it is written for every metric of every cell. */
    static String change(double logDifference) {
        double percent = 100 * (StrictMath.exp(logDifference) - 1);
        long tenths = StrictMath.round(10 * StrictMath.abs(percent));
        var sign = percent < 0 && tenths > 0 ? "-" : "+";
        return sign + tenths / 10 + "." + tenths % 10 + " %";
    }
}
