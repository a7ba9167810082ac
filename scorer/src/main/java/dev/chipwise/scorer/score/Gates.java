package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.ProfileScore.FailedGate;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hard limits, each with its evidence. They compare centres, not bounds: a limit is about what
 * is, not about how sure. A metric that has no centre is judged by the worst run.
 */
final class Gates {

    private static final String MEMORY_METRIC = "memory_peak_mb";

    private final Catalog catalog;
    private final Metric memory;

    Gates(Catalog catalog) {
        this.catalog = catalog;
        this.memory = catalog.metric(MEMORY_METRIC).orElseThrow();
    }

    /** What stands against this configuration, the gravest first. */
    List<FailedGate> failed(
            BoardCell cell, Hardware hardware, ScoringProfile profile, Utility utility) {
        var failed = new ArrayList<FailedGate>();
        state(cell).ifPresent(failed::add);
        memory(cell, hardware).ifPresent(failed::add);
        if (!utility.measures(cell)) {
            failed.add(
                    new FailedGate(
                            "metrics",
                            "nothing that profile " + profile.id() + " weighs was measured"));
        }
        profile.budgets().forEach((id, limit) -> budget(cell, id, limit).ifPresent(failed::add));
        return failed;
    }

    private static Optional<FailedGate> state(BoardCell cell) {
        var counts = cell.counts();
        if (!cell.state().excludes() && counts.successes() > 0) {
            return Optional.empty();
        }
        var detail =
                cell.state() == Compatibility.State.UNTESTED
                        ? "never tried, skipped " + counts.skipped() + " times"
                        : counts.trailingFailures()
                                + " failures since the last success of "
                                + counts.successes()
                                + ": "
                                + counts.failureClasses();
        return Optional.of(new FailedGate("state", cell.state().wireName() + ": " + detail));
    }

    private Optional<FailedGate> memory(BoardCell cell, Hardware hardware) {
        var has = hardware.memoryMb();
        var need = cell.metric(MEMORY_METRIC);
        if (has == null || need == null || need.centre() <= memory.logCost(has)) {
            return Optional.empty();
        }
        var detail =
                "needs "
                        + Wording.number(cell.value(memory))
                        + " MB, has "
                        + Wording.number(has)
                        + " MB";
        return Optional.of(new FailedGate("memory", detail));
    }

    /** Null when memory was not measured. */
    Double memoryRequirementMb(BoardCell cell) {
        return cell.value(memory);
    }

    private Optional<FailedGate> budget(BoardCell cell, String id, double limit) {
        var metric = catalog.metric(id);
        var summary = cell.metric(id);
        if (metric.isEmpty() || summary == null) {
            return Optional.of(new FailedGate("budget", id + " not measured"));
        }
        if (keeps(metric.get(), summary.summary(), limit)) {
            return Optional.empty();
        }
        var detail =
                id
                        + " "
                        + Wording.number(cell.value(metric.get()))
                        + " "
                        + metric.get().unit()
                        + ", budget "
                        + Wording.number(limit)
                        + " "
                        + metric.get().unit();
        return Optional.of(new FailedGate("budget", detail));
    }

    private static boolean keeps(Metric metric, MetricSummary summary, double limit) {
        if (metric.isScored()) {
            return summary.centre() <= metric.logCost(limit);
        }
        return metric.direction() == Metric.Direction.HIGHER
                ? summary.min() >= limit
                : summary.max() <= limit;
    }

    static FailedGate evidence(Evidence ofHardware, Evidence ofBoard) {
        return new FailedGate(
                "evidence",
                "only "
                        + ofHardware.wireName()
                        + " runs, and the board has "
                        + ofBoard.wireName()
                        + " ones");
    }

    static FailedGate selection(Selection selection) {
        var asked =
                Stream.of(
                                word("batch size", selection.batchSize()),
                                word("precision", selection.precision()),
                                word("runtime", selection.runtime()),
                                word("hardware type", selection.hardwareType()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return new FailedGate("selection", "no configuration with " + asked);
    }

    private static String word(String name, Object value) {
        return value == null ? null : name + " " + value;
    }
}
