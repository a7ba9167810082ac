package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a cell's windows into its summary. Only runs that ended well are measured. Safe to share
 * between threads.
 */
public final class CellSummariser {

    private static final List<Evidence> BEST_FIRST =
            List.of(Evidence.REAL, Evidence.SIMULATED, Evidence.MOCK);

    private final Catalog catalog;
    private final List<Metric> metrics;
    private final LayerShare layerShare;

    public CellSummariser(Catalog catalog) {
        this.catalog = catalog;
        this.metrics = List.copyOf(catalog.metrics());
        this.layerShare = new LayerShare(catalog);
    }

    /** The summary of the best evidence that the cell has; empty when every run was retracted. */
    public Optional<CellSummary> summarise(
            CellKey key, CellDescription description, Map<Evidence, Window> windows) {
        for (var evidence : BEST_FIRST) {
            var runs = speaking(windows.get(evidence));
            if (!runs.isEmpty()) {
                return Optional.of(summary(key, description, evidence, runs));
            }
        }
        return Optional.empty();
    }

    private static List<Run> speaking(Window window) {
        return window == null
                ? List.of()
                : window.runs().stream().filter(run -> !run.retracted()).toList();
    }

    private CellSummary summary(
            CellKey key, CellDescription description, Evidence evidence, List<Run> runs) {
        return new CellSummary(
                key,
                description.workload(),
                description.hardware(),
                description.configuration(),
                evidence,
                metricSummaries(runs, description.hardware().type()),
                Tally.of(runs),
                runs.get(runs.size() - 1).occurredAt(),
                catalog.priorId(),
                hash(evidence, runs));
    }

    private List<MetricSummary> metricSummaries(List<Run> runs, String hardwareType) {
        var successes = runs.stream().filter(run -> run.status() == Outcome.Status.OK).toList();
        var summaries = new ArrayList<MetricSummary>();
        for (var metric : metrics) {
            var values = values(metric, successes);
            if (values.length > 0) {
                summaries.add(
                        MetricStatistics.of(metric, catalog.prior(metric, hardwareType), values));
            }
        }
        return summaries;
    }

    private double[] values(Metric metric, List<Run> successes) {
        var values = new double[successes.size()];
        int measured = 0;
        for (var run : successes) {
            double value = layerShare.valueOf(metric, run.readings());
            if (isMeasured(metric, value)) {
                values[measured++] = value;
            }
        }
        return Arrays.copyOf(values, measured);
    }

    private static boolean isMeasured(Metric metric, double value) {
        return Double.isFinite(value) && (value > 0 || !metric.isScored());
    }

    private static String hash(Evidence evidence, List<Run> runs) {
        var text = new StringBuilder(evidence.wireName());
        runs.forEach(run -> text.append('\n').append(Fingerprint.of(run)));
        return Canonical.hash(text.toString());
    }
}
