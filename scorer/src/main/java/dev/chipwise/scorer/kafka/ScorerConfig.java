package dev.chipwise.scorer.kafka;

import dev.chipwise.scorer.score.Window;
import java.time.Duration;

/**
 * How the scorer works; none of it changes a score but the size of the window.
 *
 * @param windowSize how many of its newest runs a cell keeps, per kind of evidence
 * @param tick how often what changed is recomputed: a flood of events costs one recomputation per
 *     board and tick
 * @param boardsPerTick how many boards a tick recomputes at most; the others wait for the next one
 * @param cachedRuns how many runs a task keeps decoded on the heap
 * @param cachedCells likewise, summaries of cells
 */
public record ScorerConfig(
        int windowSize, Duration tick, int boardsPerTick, int cachedRuns, int cachedCells) {

    public static final ScorerConfig DEFAULT =
            new ScorerConfig(Window.SIZE, Duration.ofMillis(100), 100, 30_000, 5_000);

    public ScorerConfig {
        atLeastOne("the window size", windowSize);
        atLeastOne("boards per tick", boardsPerTick);
        atLeastOne("cached runs", cachedRuns);
        atLeastOne("cached cells", cachedCells);
        if (tick.toMillis() < 1) {
            throw new IllegalArgumentException("the tick must be at least 1 ms, not " + tick);
        }
    }

    private static void atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, not " + value);
        }
    }
}
