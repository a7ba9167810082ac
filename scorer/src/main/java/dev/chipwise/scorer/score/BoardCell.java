package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.RunCounts;
import java.util.HashMap;
import java.util.Map;

/** A cell that competes, with its state and its metrics at hand. */
record BoardCell(CellSummary summary, Compatibility.State state, Map<String, Measured> metrics) {

    static BoardCell of(CellSummary summary, CompatibilityRules rules) {
        var metrics = new HashMap<String, Measured>();
        for (var metric : summary.metrics()) {
            metrics.put(metric.metric(), new Measured(metric));
        }
        return new BoardCell(summary, rules.state(summary), metrics);
    }

    /** Null when no run measured it. */
    Measured metric(String id) {
        return metrics.get(id);
    }

    /** The value in the metric's unit, null when not measured. */
    Double value(Metric metric) {
        var own = metrics.get(metric.id());
        return own == null ? null : own.value(metric);
    }

    RunCounts counts() {
        return summary.counts();
    }

    String configurationId() {
        return summary.key().configuration();
    }
}
