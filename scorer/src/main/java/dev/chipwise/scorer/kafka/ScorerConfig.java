package dev.chipwise.scorer.kafka;

import dev.chipwise.scorer.score.Window;
import java.time.Duration;

/**
 * How the scorer works; none of it changes a score but the size of the window.
 *
 * @param windowSize how many of its newest runs a cell keeps, per kind of evidence
 * @param tick how often what changed is recomputed
 * @param rest how long a board is not recomputed again: a flood of events costs one recomputation
 *     per board and rest
 * @param boardsPerTick how many boards a tick recomputes at most; the others wait for the next one
 * @param cachedRunBytes about how much of the heap a task uses to keep runs decoded
 * @param cachedBoardBytes likewise, what boards were scored from and what was published of them
 */
public record ScorerConfig(
        int windowSize,
        Duration tick,
        Duration rest,
        int boardsPerTick,
        int cachedRunBytes,
        int cachedBoardBytes) {

    /** Decoded copies take at most this part of the heap; the rest is for the work itself. */
    private static final int HEAP_SHARE = 4;

    public static final ScorerConfig DEFAULT =
            new ScorerConfig(
                    Window.SIZE,
                    Duration.ofMillis(10),
                    Duration.ofMillis(100),
                    100,
                    100 << 20,
                    50 << 20);

    public ScorerConfig {
        atLeastOne("the window size", windowSize);
        atLeastOne("boards per tick", boardsPerTick);
        atLeastOne("cached bytes of runs", cachedRunBytes);
        atLeastOne("cached bytes of boards", cachedBoardBytes);
        if (tick.toMillis() < 1) {
            throw new IllegalArgumentException("the tick must be at least 1 ms, not " + tick);
        }
        if (rest.isNegative()) {
            throw new IllegalArgumentException("the rest must not be negative: " + rest);
        }
    }

    /**
     * The default, with what all tasks hold decoded bounded by a share of the heap.
     *
     * @param heapBytes the most that the process may use
     * @param tasks that may run in it
     */
    public static ScorerConfig within(long heapBytes, int tasks) {
        long perTask = heapBytes / HEAP_SHARE / tasks;
        return new ScorerConfig(
                DEFAULT.windowSize,
                DEFAULT.tick,
                DEFAULT.rest,
                DEFAULT.boardsPerTick,
                bounded(DEFAULT.cachedRunBytes, perTask * 2 / 3),
                bounded(DEFAULT.cachedBoardBytes, perTask / 3));
    }

    private static int bounded(int most, long share) {
        return (int) Math.max(1, Math.min(most, share));
    }

    private static void atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, not " + value);
        }
    }
}
