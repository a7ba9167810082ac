package dev.chipwise.snapshotter.snapshot;

import java.util.Arrays;

/**
 * Benjamini and Hochberg (1995): which of many hypotheses to reject so that at most a given share
 * of the rejections is expected to be false. The order of the p-values does not matter.
 */
final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /** The largest p-value that is rejected, or -1 when none is. */
    static double threshold(double[] pValues, double level) {
        var sorted = pValues.clone();
        Arrays.sort(sorted);
        for (int rank = sorted.length; rank > 0; rank--) {
            if (sorted[rank - 1] <= level * rank / sorted.length) {
                return sorted[rank - 1];
            }
        }
        return -1;
    }
}
