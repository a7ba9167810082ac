package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Run;
import java.util.ArrayList;
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
    private final MetricPositions positions;
    private final LayerShare layerShare;

    public CellSummariser(Catalog catalog) {
        this.catalog = catalog;
        this.positions = new MetricPositions(catalog);
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
        var speaking = new ArrayList<Run>();
        if (window != null) {
            for (var run : window.runs()) {
                if (!run.retracted()) {
                    speaking.add(run);
                }
            }
        }
        return speaking;
    }

    private CellSummary summary(
            CellKey key, CellDescription description, Evidence evidence, List<Run> runs) {
        return new CellSummary(
                key,
                description.workload(),
                described(description.hardware(), runs),
                description.configuration(),
                evidence,
                metricSummaries(runs, description.hardware().type()),
                Tally.of(runs),
                runs.get(runs.size() - 1).occurredAt(),
                catalog.priorId(),
                InputsHash.of(evidence, runs));
    }

    /**
     * Its memory decides a gate, so it comes from a run that counts: neither one that was taken
     * back nor one of weaker evidence.
     */
    private static Hardware described(Hardware hardware, List<Run> runs) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            double memoryMb = runs.get(i).readings().hardwareMemoryMb();
            if (!Double.isNaN(memoryMb)) {
                return hardware.withMemoryMb(memoryMb);
            }
        }
        return hardware.withMemoryMb(null);
    }

    private List<MetricSummary> metricSummaries(List<Run> runs, String hardwareType) {
        var successes = new ArrayList<Run>(runs.size());
        for (var run : runs) {
            if (run.status() == Outcome.Status.OK) {
                successes.add(run);
            }
        }
        var columns = new Columns(positions, successes, layerShare);
        var summaries = new ArrayList<MetricSummary>();
        for (int i = 0; i < positions.size(); i++) {
            var values = columns.values(i);
            if (values.length > 0) {
                var metric = positions.metric(i);
                summaries.add(
                        MetricStatistics.of(metric, catalog.prior(metric, hardwareType), values));
            }
        }
        return summaries;
    }
}
