package dev.chipwise.deploy.cli;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.snapshotter.duckdb.CopyPublisher;
import dev.chipwise.snapshotter.duckdb.DuckDbSettings;
import dev.chipwise.snapshotter.duckdb.DuckDbStore;
import dev.chipwise.snapshotter.duckdb.PublishedCopy;
import dev.chipwise.snapshotter.kafka.SinkConfig;
import dev.chipwise.snapshotter.kafka.SinkConsumer;
import dev.chipwise.snapshotter.kafka.SinkListener;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The sink on a thread of its own, and the store file that it alone writes. */
final class SinkStage implements RunningStage, SinkListener {

    private static final int COPIES_KEPT = 3;
    private static final Duration COPY_PATIENCE = Duration.ofMinutes(5);

    private final DuckDbStore store;
    private final SinkConsumer consumer;
    private final SinkListener metrics;
    private final CopyPublisher copies;
    private final Thread thread = new Thread(this::read, "chipwise-sink");
    private volatile boolean reading;
    private volatile Throwable failure;

    private PublishedCopy newestCopy;
    private Progress copied;

    private SinkStage(
            SinkConfig config, Path file, Catalog catalog, SinkListener metrics, Clock clock) {
        this.metrics = metrics;
        store = DuckDbStore.open(file, DuckDbSettings.DEFAULT, catalog);
        copies =
                new CopyPublisher(
                        store,
                        file.resolveSibling("copies"),
                        COPIES_KEPT,
                        DuckDbSettings.DEFAULT,
                        clock);
        consumer = new SinkConsumer(config, store, new ResultValidator(catalog), this, clock);
    }

    static SinkStage start(
            SinkConfig config, Path file, Catalog catalog, SinkListener metrics, Clock clock) {
        var stage = new SinkStage(config, file, catalog, metrics, clock);
        stage.thread.start();
        return stage;
    }

    @Override
    public Stage stage() {
        return Stage.SINK;
    }

    @Override
    public boolean isReady() {
        return reading && failure == null;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void started(int partitions) {
        reading = true;
        metrics.started(partitions);
    }

    @Override
    public void committed(
            BatchOutcome outcome, Duration took, Instant oldest, Instant committedAt) {
        metrics.committed(outcome, took, oldest, committedAt);
    }

    /**
     * Made on the sink's own thread between two batches; the last one again while nothing new has
     * come.
     */
    @Override
    public String copy() {
        var made =
                consumer.betweenBatches(
                        () -> {
                            if (!store.progress().equals(copied)
                                    || !Files.exists(newestCopy.file())) {
                                newestCopy = copies.publish();
                                copied = store.progress();
                            }
                            return newestCopy.file().toString();
                        });
        try {
            return made.get(COPY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "no copy of the store could be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a copy of the store was made", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        store.close();
    }

    private void read() {
        try {
            consumer.run();
        } catch (RuntimeException | Error stopped) {
            failure = stopped;
        }
    }
}
