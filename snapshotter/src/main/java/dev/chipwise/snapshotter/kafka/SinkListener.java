package dev.chipwise.snapshotter.kafka;

import dev.chipwise.snapshotter.store.BatchOutcome;
import java.time.Duration;
import java.time.Instant;

/** Hears what the sink does, for counting. Called by the sink's thread, so it must be quick. */
public interface SinkListener {

    /** Hears nothing. */
    SinkListener NONE = new SinkListener() {};

    /** The sink reads from here on: all partitions are assigned and their progress is good. */
    default void started(int partitions) {}

    /**
     * A batch is committed.
     *
     * @param took how long the store needed
     * @param oldest timestamp of the oldest record in it, or null when it only moved the progress
     * @param committedAt when it became visible
     */
    default void committed(
            BatchOutcome outcome, Duration took, Instant oldest, Instant committedAt) {}
}
