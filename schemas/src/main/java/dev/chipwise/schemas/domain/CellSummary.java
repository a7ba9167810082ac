package dev.chipwise.schemas.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that scoring needs to know of a cell, a function of the set of its newest runs.
 *
 * @param hardware as described by the newest result, likewise workload and configuration
 * @param evidence the kind of runs summarised: the best kind that the cell has
 * @param metrics in order of metric id
 * @param newest time of the newest run
 * @param priorId the variance prior that moderated the spreads
 * @param inputsHash hash over the ids and contents of the runs
 */
public record CellSummary(
        CellKey key,
        Workload workload,
        Hardware hardware,
        Configuration configuration,
        Evidence evidence,
        List<MetricSummary> metrics,
        RunCounts counts,
        Instant newest,
        String priorId,
        String inputsHash) {

    public CellSummary {
        metrics = List.copyOf(metrics);
    }

    /** The same cell with its hardware described otherwise. */
    public CellSummary with(Hardware described) {
        return new CellSummary(
                key,
                workload,
                described,
                configuration,
                evidence,
                metrics,
                counts,
                newest,
                priorId,
                inputsHash);
    }

    public Optional<MetricSummary> metric(String id) {
        return metrics.stream().filter(summary -> summary.metric().equals(id)).findFirst();
    }
}
