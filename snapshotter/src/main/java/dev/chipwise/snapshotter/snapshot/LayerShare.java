package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.MetricSummary;
import java.util.Locale;
import java.util.Optional;

/**
 * How many of a cell's layers run on its accelerators, in the newest run that counted them. Shares
 * are compared, since versions of a model have different numbers of layers.
 */
record LayerShare(double npu, double gpu, double cpu) {

    /** Graph compilers move a layer or two between releases; that is not a loss. */
    private static final double MARGIN = 0.05;

    static Optional<LayerShare> of(CellSummary cell) {
        var share =
                new LayerShare(
                        newest(cell, "layers_npu"),
                        newest(cell, "layers_gpu"),
                        newest(cell, "layers_cpu"));
        return share.total() > 0 ? Optional.of(share) : Optional.empty();
    }

    /** DEGRADED when less of it runs on the accelerators, or on the neural one, than before. */
    static Optional<Finding> between(LayerShare before, LayerShare after) {
        double accelerated = after.accelerated() - before.accelerated();
        double neural = after.neural() - before.neural();
        if (accelerated < -MARGIN || (neural < -MARGIN && accelerated <= MARGIN)) {
            return Optional.of(finding(Kind.DEGRADED, before, after));
        }
        if (accelerated > MARGIN || neural > MARGIN) {
            return Optional.of(finding(Kind.RESTORED, before, after));
        }
        return Optional.empty();
    }

    private static Finding finding(Kind kind, LayerShare before, LayerShare after) {
        return Finding.of(
                kind,
                before.toString(),
                after.toString(),
                Verdict.CERTAIN,
                "share of layers on an accelerator, newest run of each");
    }

    private double total() {
        return npu + gpu + cpu;
    }

    private double accelerated() {
        return (npu + gpu) / total();
    }

    private double neural() {
        return npu / total();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "npu %.0f, gpu %.0f, cpu %.0f", npu, gpu, cpu);
    }

    private static double newest(CellSummary cell, String metric) {
        return cell.metric(metric).map(MetricSummary::newest).orElse(0.0);
    }
}
