package dev.chipwise.schemas.domain;

/**
 * What a cell's runs say about one metric, on the log-cost scale where more is worse.
 *
 * @param runs how many runs measured it
 * @param centre winsorised mean of the log-costs; {@code NaN} never occurs, a metric without runs
 *     has no summary; 0, like spread and dof, for a metric that is not scored
 * @param spread moderated standard deviation of one run
 * @param dof degrees of freedom of the spread
 * @param min smallest value, in the metric's unit
 * @param max largest value, in the metric's unit
 * @param newest value of the newest run that measured it, in the metric's unit
 */
public record MetricSummary(
        String metric,
        int runs,
        double centre,
        double spread,
        double dof,
        double min,
        double max,
        double newest) {

    /** Standard error of the centre. */
    public double standardError() {
        return spread / StrictMath.sqrt(runs);
    }
}
