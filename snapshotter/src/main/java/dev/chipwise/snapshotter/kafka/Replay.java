package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.ResultStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Fills a store with all that the topics hold when it begins, then ends. */
public final class Replay implements SinkListener {

    private final ResultStore store;
    private final Collection<LaneOffsets> goal;
    private final SinkConsumer sink;

    private Replay(SinkConfig config, ResultStore store, ResultValidator validator, Clock clock) {
        this.store = store;
        var lanes = LaneFinder.find(config);
        goal = lanes.values();
        sink = new SinkConsumer(config, store, validator, this, clock);
    }

    /**
     * Returns when everything is in the store.
     *
     * @throws ProgressLostException when the store holds what the topics do not continue
     */
    public static void into(
            ResultStore store, SinkConfig config, ResultValidator validator, Clock clock) {
        new Replay(config, store, validator, clock).sink.run();
    }

    @Override
    public void started(int partitions) {
        stopAtGoal();
    }

    @Override
    public void committed(
            BatchOutcome outcome, Duration took, Instant oldest, Instant committedAt) {
        stopAtGoal();
    }

    private void stopAtGoal() {
        var progress = store.progress();
        if (goal.stream().allMatch(lane -> lane.continuing(progress).nextOffset() >= lane.end())) {
            sink.stop();
        }
    }
}
