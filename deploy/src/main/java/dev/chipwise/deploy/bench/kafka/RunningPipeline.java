package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Commits;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.util.function.LongSupplier;

/**
 * The running pipeline that is measured.
 *
 * @param commits filled by its sink
 * @param nanos the clock of everything measured here and of {@code commits}
 * @param use what it has used so far
 * @param alive throws when one of its stages has stopped
 */
public record RunningPipeline(
        Cluster cluster,
        Topics topics,
        Commits commits,
        LongSupplier nanos,
        Use use,
        Runnable alive) {

    /**
     * What the stages have used since they started.
     *
     * @param processorNanos of all processes, broker included
     * @param allocatedBytes by the stages' threads
     * @param boardsScored how often a board was recomputed
     */
    public record Use(
            LongSupplier processorNanos, LongSupplier allocatedBytes, LongSupplier boardsScored) {

        Use now() {
            long processor = processorNanos.getAsLong();
            long allocated = allocatedBytes.getAsLong();
            long boards = boardsScored.getAsLong();
            return new Use(() -> processor, () -> allocated, () -> boards);
        }
    }
}
