package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.MetricSummary;
import java.util.Arrays;

/**
 * A metric of a cell on a board; what every profile asks of it again is computed once. For one
 * thread.
 */
final class Measured {

    private static final int REMEMBERED = 16;

    private final MetricSummary summary;
    private final double standardError;
    private final double[] margins = new double[REMEMBERED];
    private double value = Double.NaN;

    Measured(MetricSummary summary) {
        this.summary = summary;
        standardError = summary.standardError();
        Arrays.fill(margins, Double.NaN);
    }

    MetricSummary summary() {
        return summary;
    }

    double centre() {
        return summary.centre();
    }

    /** How far a bound lies from the centre when so many hold together. */
    double margin(int comparisons, Quantiles quantiles) {
        if (comparisons >= REMEMBERED) {
            return quantiles.t(summary.dof(), comparisons) * standardError;
        }
        if (Double.isNaN(margins[comparisons])) {
            margins[comparisons] = quantiles.t(summary.dof(), comparisons) * standardError;
        }
        return margins[comparisons];
    }

    /** The centre in the metric's unit; the worst run's value where there is no centre. */
    double value(Metric metric) {
        if (Double.isNaN(value)) {
            value = computed(metric);
        }
        return value;
    }

    private double computed(Metric metric) {
        if (!metric.isScored()) {
            boolean higher = metric.direction() == Metric.Direction.HIGHER;
            return higher ? summary.min() : summary.max();
        }
        double centre = metric.fromLogCost(summary.centre());
        return Math.min(summary.max(), Math.max(summary.min(), centre));
    }
}
