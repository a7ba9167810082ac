package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.RunCounts;
import java.util.HashMap;
import java.util.Map;

/** A cell that competes, with its state and its metrics at hand. */
record BoardCell(
        CellSummary summary, Compatibility.State state, Map<String, MetricSummary> metrics) {

    static BoardCell of(CellSummary summary, CompatibilityRules rules) {
        var metrics = new HashMap<String, MetricSummary>();
        summary.metrics().forEach(metric -> metrics.put(metric.metric(), metric));
        return new BoardCell(summary, rules.state(summary), metrics);
    }

    /** Null when no run measured it. */
    MetricSummary metric(String id) {
        return metrics.get(id);
    }

    /**
     * The centre in the metric's unit, the worst run's value where there is no centre, null when
     * not measured.
     */
    Double value(Metric metric) {
        var own = metrics.get(metric.id());
        if (own == null) {
            return null;
        }
        if (!metric.isScored()) {
            return metric.direction() == Metric.Direction.HIGHER ? own.min() : own.max();
        }
        return Math.min(own.max(), Math.max(own.min(), metric.fromLogCost(own.centre())));
    }

    RunCounts counts() {
        return summary.counts();
    }

    String configurationId() {
        return summary.key().configuration();
    }
}
