package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Commits;
import dev.chipwise.snapshotter.kafka.SinkListener;
import dev.chipwise.snapshotter.store.BatchOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Notes when the sink's batches became visible. */
public record CommitTimes(Commits commits, LongSupplier nanos) implements SinkListener {

    @Override
    public void committed(
            BatchOutcome outcome, Duration took, Instant oldest, Instant committedAt) {
        long now = nanos.getAsLong();
        for (var entry : outcome.entries()) {
            var lane = entry.lane();
            commits.add(lane.topic(), lane.partition(), entry.lastOffset() + 1, now);
        }
    }
}
