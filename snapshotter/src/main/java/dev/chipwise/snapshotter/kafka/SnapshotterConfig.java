package dev.chipwise.snapshotter.kafka;

import dev.chipwise.snapshotter.snapshot.StatisticalSettings;
import java.time.Duration;

/**
 * How the snapshotter works.
 *
 * @param tick how often what changed is folded and compared: a flood of scores costs one snapshot
 *     per version and tick
 * @param comparison how often what was folded is compared with its parent: rarer, since it costs
 *     more and half-arrived results make poor claims
 * @param versionsPerTick how many versions a tick takes at most; the others wait for the next one
 * @param statistics how sure a verdict must be
 */
public record SnapshotterConfig(
        Duration tick, Duration comparison, int versionsPerTick, StatisticalSettings statistics) {

    public static final SnapshotterConfig DEFAULT =
            new SnapshotterConfig(
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    100,
                    StatisticalSettings.STANDARD);

    public SnapshotterConfig {
        atLeastOneMillisecond("the tick", tick);
        atLeastOneMillisecond("the time between comparisons", comparison);
        if (versionsPerTick < 1) {
            throw new IllegalArgumentException(
                    "versions per tick must be at least 1, not " + versionsPerTick);
        }
    }

    private static void atLeastOneMillisecond(String setting, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1 ms, not " + value);
        }
    }
}
