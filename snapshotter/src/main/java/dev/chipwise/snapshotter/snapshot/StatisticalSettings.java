package dev.chipwise.snapshotter.snapshot;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How sure a verdict must be.
 *
 * @param level of the false discovery rate and of the test of equivalence
 * @param power that the number of runs still needed aims at
 * @param margin relative change that nobody minds (0.02 is 2 %)
 * @param margins where it differs, by metric id
 */
public record StatisticalSettings(
        double level, double power, double margin, SortedMap<String, Double> margins) {

    public static final StatisticalSettings STANDARD =
            new StatisticalSettings(0.05, 0.8, 0.02, new TreeMap<>());

    public StatisticalSettings {
        margins = new TreeMap<>(margins);
        if (!(level > 0 && level < 0.5) || !(power > 0.5 && power < 1)) {
            throw new IllegalArgumentException(
                    "a level is between 0 and 0.5 and a power between 0.5 and 1, not "
                            + level
                            + " and "
                            + power);
        }
        if (!(margin >= 0) || margins.values().stream().anyMatch(own -> !(own >= 0))) {
            throw new IllegalArgumentException(
                    "a margin is 0 or more (2 % is 0.02), not " + margin + ", " + margins);
        }
    }

    public StatisticalSettings withMargin(double other) {
        return new StatisticalSettings(level, power, other, margins);
    }

    /** The margin of a metric as a difference of logs. */
    double logMargin(String metric) {
        return StrictMath.log(1 + margins.getOrDefault(metric, margin));
    }
}
