package dev.chipwise.deploy.ops;

import dev.chipwise.snapshotter.kafka.SinkListener;
import dev.chipwise.snapshotter.store.BatchOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** Counts what the sink does, and how old records are when they become queryable. */
final class SinkMetrics implements SinkListener {

    private final Counter read;
    private final Counter fresh;
    private final Counter duplicate;
    private final Counter rejected;
    private final Timer commit;
    private final Timer freshness;

    SinkMetrics(MeterRegistry registry) {
        read = registry.counter("chipwise.sink.rows.read");
        fresh = registry.counter("chipwise.sink.rows.new");
        duplicate = registry.counter("chipwise.sink.rows.duplicate");
        rejected = registry.counter("chipwise.sink.rows.rejected");
        commit =
                Timer.builder("chipwise.sink.commit")
                        .description("How long a batch takes to be committed")
                        .publishPercentileHistogram()
                        .register(registry);
        freshness =
                Timer.builder("chipwise.sink.freshness")
                        .description("Age of a batch's oldest record when it becomes queryable")
                        .publishPercentileHistogram()
                        .register(registry);
    }

    @Override
    public void committed(
            BatchOutcome outcome, Duration took, Instant oldest, Instant committedAt) {
        for (var entry : outcome.entries()) {
            read.increment(entry.read());
            fresh.increment(entry.fresh());
            duplicate.increment(entry.duplicate());
            rejected.increment(entry.rejected());
        }
        commit.record(took);
        if (oldest != null && oldest.isBefore(committedAt)) {
            freshness.record(Duration.between(oldest, committedAt));
        }
    }
}
