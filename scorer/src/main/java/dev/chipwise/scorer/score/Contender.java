package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One hardware of a board.
 *
 * @param evidence the best that it has
 * @param summaries its cells of that evidence, in order of configuration
 * @param cells those of them that compete: all, or none when the board has better evidence
 */
record Contender(
        Evidence evidence,
        List<CellSummary> summaries,
        List<BoardCell> cells,
        CellSummary newestSummary) {

    private static final Comparator<CellSummary> NEWEST_LAST =
            Comparator.comparing(CellSummary::newest)
                    .thenComparing(summary -> summary.key().configuration());

    static Contender of(Evidence evidence, List<CellSummary> summaries, List<BoardCell> cells) {
        var newest = summaries.stream().max(NEWEST_LAST).orElseThrow();
        return new Contender(evidence, summaries, cells, newest);
    }

    String id() {
        return summaries.get(0).key().hardware();
    }

    /** As its newest cell describes it. */
    Hardware hardware() {
        return newestSummary.hardware();
    }

    /** Of its best configuration; untested when none competes. */
    State state() {
        return cells.stream()
                .min(Comparator.comparingInt(CompatibilityRules::order))
                .map(BoardCell::state)
                .orElse(State.UNTESTED);
    }

    Workload workload() {
        return summaries.get(0).workload();
    }

    Instant newest() {
        return newestSummary.newest();
    }
}
