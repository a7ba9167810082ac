package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Commits;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The running pipeline that is measured.
 *
 * @param publishers connects one more publisher
 * @param commits filled by its sink
 * @param nanos the clock of everything measured here and of {@code commits}
 * @param processorNanos what all its processes have used of the processors
 * @param alive throws when one of its stages has stopped
 */
public record RunningPipeline(
        Cluster cluster,
        Topics topics,
        Supplier<Publisher> publishers,
        Commits commits,
        LongSupplier nanos,
        LongSupplier processorNanos,
        Runnable alive) {}
