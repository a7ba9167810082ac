package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.VariancePrior;
import java.util.Arrays;

/**
 * Summarises what several runs measured of one metric.
 *
 * <p>On log-costs {@code l}: winsorise at {@code median ± 2.5 max(1.4826 MAD, s0)}; centre {@code
 * m} and variance {@code s²} of what remains; moderate {@code s̃² = (d0 s0² + (n-1) s²) / (d0 + n -
 * 1)} (Smyth 2004, SAGMB 3(1):3).
 */
final class MetricStatistics {

    private static final double REACH = 2.5;
    private static final double MAD_TO_SIGMA = 1.4826;

    private MetricStatistics() {}

    /**
     * @param values of at least one run, oldest first
     */
    static MetricSummary of(Metric metric, VariancePrior prior, double[] values) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        double newest = values[values.length - 1];
        if (!metric.isScored()) {
            return new MetricSummary(metric.id(), values.length, 0, 0, 0, min, max, newest);
        }
        var costs = sortedCosts(metric, values);
        winsorise(costs, prior.spread());
        double centre = mean(costs);
        double dof = prior.dof() + costs.length - 1;
        double sum = prior.dof() * prior.spread() * prior.spread() + squares(costs, centre);
        double spread = StrictMath.sqrt(sum / dof);
        return new MetricSummary(metric.id(), costs.length, centre, spread, dof, min, max, newest);
    }

    private static double[] sortedCosts(Metric metric, double[] values) {
        var costs = new double[values.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = metric.logCost(values[i]);
        }
        Arrays.sort(costs);
        return costs;
    }

    private static void winsorise(double[] sorted, double priorSpread) {
        double median = median(sorted);
        var distances = new double[sorted.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(sorted[i] - median);
        }
        Arrays.sort(distances);
        double reach = REACH * Math.max(MAD_TO_SIGMA * median(distances), priorSpread);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.min(Math.max(sorted[i], median - reach), median + reach);
        }
    }

    /**
     * Summed as distances to the median, in order of size: equal values have exactly their value as
     * mean.
     */
    private static double mean(double[] sorted) {
        double median = median(sorted);
        double sum = 0;
        for (double cost : sorted) {
            sum += cost - median;
        }
        return median + sum / sorted.length;
    }

    private static double squares(double[] costs, double centre) {
        double sum = 0;
        for (double cost : costs) {
            sum += (cost - centre) * (cost - centre);
        }
        return sum;
    }

    static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : sorted[half - 1] + (sorted[half] - sorted[half - 1]) / 2;
    }
}
