package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Compatibility.Level;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.RunCounts;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Says from counts whether a hardware can run a workload. Compatibility is no t-test: a state
 * follows from what the newest runs did, and a hardware is as compatible as its best configuration.
 */
final class CompatibilityRules {

    /** More than one failure in twenty runs is not chance enough to rely on. */
    private static final double TOLERATED_FAILURE_RATE = 0.05;

    /** Graph compilers move a layer or two between releases; that is not a loss. */
    private static final double TOLERATED_SHARE_LOSS_PCT = 5;

    private static final double FULL_SHARE_PCT = 90;
    private static final double PARTIAL_SHARE_PCT = 50;
    private static final String CPU = "cpu";
    private static final List<State> BEST_FIRST =
            List.of(
                    State.WORKS,
                    State.DEGRADED,
                    State.FLAKY,
                    State.SUSPECT,
                    State.UNTESTED,
                    State.BROKEN,
                    State.UNSUPPORTED);

    private final Quantiles quantiles;

    CompatibilityRules(Quantiles quantiles) {
        this.quantiles = quantiles;
    }

    /** The state of one configuration. */
    State state(CellSummary cell) {
        var counts = cell.counts();
        int tried = counts.successes() + counts.failures();
        if (tried == 0) {
            return State.UNTESTED;
        }
        if (counts.trailingFailures() > 0) {
            return failing(counts);
        }
        if (counts.failures() > TOLERATED_FAILURE_RATE * tried) {
            return State.FLAKY;
        }
        return lostLayers(cell) ? State.DEGRADED : State.WORKS;
    }

    /**
     * One failure raises a suspicion and two confirm it; being told that it cannot run needs no
     * second time.
     */
    private static State failing(RunCounts counts) {
        if (counts.successes() == 0 && counts.unsupported() == counts.failures()) {
            return State.UNSUPPORTED;
        }
        return counts.trailingFailures() == 1 ? State.SUSPECT : State.BROKEN;
    }

    private static boolean lostLayers(CellSummary cell) {
        return cell.metric(LayerShare.METRIC)
                .filter(
                        share ->
                                share.newest() < share.max() - TOLERATED_SHARE_LOSS_PCT
                                        || (share.newest() == 0 && share.max() > 0))
                .isPresent();
    }

    /** The compatibility of a hardware from its competing cells; without any it is untested. */
    Compatibility judge(Collection<BoardCell> cells) {
        var classes = new TreeMap<String, Integer>();
        int successes = 0;
        int failures = 0;
        double score = 0;
        for (var cell : cells) {
            var counts = cell.counts();
            successes += counts.successes();
            failures += counts.failures();
            counts.failureClasses()
                    .forEach((name, count) -> classes.merge(name, count, Integer::sum));
            score = Math.max(score, quantiles.rateAtLeast(counts.successes(), counts.failures()));
        }
        var best = cells.stream().min(bestFirst());
        return new Compatibility(
                best.map(BoardCell::state).orElse(State.UNTESTED),
                best.map(cell -> level(cell.summary(), cell.state())).orElse(Level.EXPERIMENTAL),
                score,
                successes,
                failures,
                classes,
                best.map(cell -> cell.counts().evidenceIds()).orElse(List.of()));
    }

    private Comparator<BoardCell> bestFirst() {
        return Comparator.comparingInt(CompatibilityRules::order)
                .thenComparing(cell -> level(cell.summary(), cell.state()))
                .thenComparingDouble(
                        cell ->
                                -quantiles.rateAtLeast(
                                        cell.counts().successes(), cell.counts().failures()))
                .thenComparing(BoardCell::configurationId);
    }

    /** Position of a cell's state among states, the best first. */
    static int order(BoardCell cell) {
        return BEST_FIRST.indexOf(cell.state());
    }

    static Level level(CellSummary cell, State state) {
        return switch (state) {
            case WORKS, DEGRADED -> levelByShare(cell, state);
            case FLAKY, SUSPECT, UNTESTED, UNRECOGNISED -> Level.EXPERIMENTAL;
            case BROKEN, UNSUPPORTED -> Level.NOT_SUPPORTED;
        };
    }

    private static Level levelByShare(CellSummary cell, State state) {
        double share = cell.metric(LayerShare.METRIC).map(MetricSummary::newest).orElse(100.0);
        boolean cpuWanted =
                CPU.equals(cell.hardware().type()) || CPU.equals(cell.configuration().delegate());
        if (state == State.WORKS && (cpuWanted || share >= FULL_SHARE_PCT)) {
            return Level.FULL;
        }
        return share >= PARTIAL_SHARE_PCT ? Level.PARTIAL : Level.LIMITED;
    }
}
