package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Severity;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.VariancePrior;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One metric of one cell, before and after; both sides measured it and may be compared.
 *
 * @param prior the variance prior that moderated both spreads, or null when it is not known or not
 *     the same
 * @param setting what else differs between the two, in words, or null
 */
record MetricPair(
        Place place,
        Metric metric,
        MetricSummary before,
        MetricSummary after,
        VariancePrior prior,
        String setting) {

    private static final MathContext SHOWN = new MathContext(6);

    /** Log of the ratio of the costs: positive means worse. */
    double delta() {
        return after.centre() - before.centre();
    }

    double relativeChange() {
        return StrictMath.exp(delta()) - 1;
    }

    Finding finding(Verdict verdict, Double pValue, int runsNeeded, String evidence) {
        return new Finding(
                Kind.METRIC,
                metric.id(),
                shown(metric, before),
                shown(metric, after),
                relativeChange(),
                pValue,
                verdict,
                Finding.severity(verdict, relativeChange()),
                before.runs(),
                after.runs(),
                runsNeeded,
                setting == null ? evidence : evidence + "; " + setting);
    }

    /** A metric that cannot be compared: one side lacks it, or the evidence is of two kinds. */
    static Finding incomparable(
            Metric metric, MetricSummary before, MetricSummary after, String evidence) {
        return new Finding(
                Kind.METRIC,
                metric.id(),
                before == null ? null : shown(metric, before),
                after == null ? null : shown(metric, after),
                null,
                null,
                Verdict.INCONCLUSIVE,
                Severity.NONE,
                before == null ? 0 : before.runs(),
                after == null ? 0 : after.runs(),
                0,
                evidence);
    }

    /** The geometric centre in the metric's unit, to six digits. */
    private static String shown(Metric metric, MetricSummary summary) {
        var rounded = new BigDecimal(metric.fromLogCost(summary.centre())).round(SHOWN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
