package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.ResultStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Moves committed records from all topics into a store, batch by batch; the store's progress alone
 * says where it continues. {@link #run} returns when closed and throws when the world is broken:
 * then the process ends, and the next one goes on.
 */
public final class SinkConsumer implements Runnable, AutoCloseable {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_POLL_MS = 100;
    private static final int MOST_RECORDS_PER_POLL = 5_000;

    private final LaneSource source;
    private final ResultStore store;
    private final RecordReader reader;
    private final SinkListener listener;
    private final Clock clock;
    private final BatchBuilder builder;
    private final BetweenBatches between = new BetweenBatches();
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final Consumer<byte[], byte[]> consumer;
    private final ReadPositions positions;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean commitIsDue = true;
    private volatile boolean stopping;

    public SinkConsumer(
            SinkConfig config,
            ResultStore store,
            ResultValidator validator,
            SinkListener listener,
            Clock clock) {
        this(
                new KafkaConsumer<>(settings(config)),
                LaneSource.of(config),
                new RecordReader(config, validator),
                new BatchBuilder(config.limits()),
                store,
                new Hearing(listener, clock));
    }

    /** Who hears of it, by which clock. */
    record Hearing(SinkListener listener, Clock clock) {}

    SinkConsumer(
            Consumer<byte[], byte[]> consumer,
            LaneSource source,
            RecordReader reader,
            BatchBuilder builder,
            ResultStore store,
            Hearing hearing) {
        this.consumer = consumer;
        this.positions = new ReadPositions(consumer);
        this.source = source;
        this.reader = reader;
        this.builder = builder;
        this.store = store;
        this.listener = hearing.listener();
        this.clock = hearing.clock();
    }

    private static Properties settings(SinkConfig config) {
        var settings = ClientSettings.consumer(config.cluster(), config.groupId());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS_PER_POLL);
        return settings;
    }

    /**
     * Reads until closed.
     *
     * @throws ProgressLostException when the topics no longer hold what the store continues from
     */
    @Override
    public void run() {
        started.set(true);
        try (consumer) {
            assign();
            while (!stopping) {
                step();
            }
            write();
        } catch (WakeupException woken) {
            // Closed while it waited; what was not written is read again next time.
        } catch (InvalidOffsetException lost) {
            throw new ProgressLostException(
                    "the topics no longer hold what the store continues from ("
                            + lost.getMessage()
                            + "): restore a copy that is further, or run: chipwise store rebuild",
                    lost);
        } finally {
            between.refuse();
            ended.countDown();
        }
    }

    private void assign() {
        var found = source.find();
        var progress = store.progress();
        store.start(found.values().stream().map(lane -> lane.continuing(progress)).toList());
        found.forEach((partition, lane) -> lanes.put(partition, lane.lane()));
        consumer.assign(lanes.keySet());
        lanes.forEach(this::seek);
        listener.started(lanes.size());
    }

    private void seek(TopicPartition partition, Lane lane) {
        var progress = store.progress().of(lane).orElseThrow();
        var epoch =
                progress.leaderEpoch() < 0
                        ? Optional.<Integer>empty()
                        : Optional.of(progress.leaderEpoch());
        consumer.seek(partition, new OffsetAndMetadata(progress.nextOffset(), epoch, ""));
        positions.startAt(partition, progress.nextOffset());
    }

    private void step() {
        between.runAll();
        var wait = Math.min(LONGEST_POLL_MS, builder.millisLeft(clock.instant()));
        var records = consumer.poll(Duration.ofMillis(wait));
        var now = clock.instant();
        for (var record : records) {
            var lane = lanes.get(new TopicPartition(record.topic(), record.partition()));
            builder.add(lane, record, reader.read(record), now);
            positions.read(record);
        }
        if (builder.isEmpty() && hasMoved()) {
            builder.moved(now);
        }
        if (builder.isDue(now)) {
            write();
        } else if (commitIsDue) {
            commitForLagTools();
        }
    }

    private boolean hasMoved() {
        var progress = store.progress();
        positions.refresh();
        return lanes.entrySet().stream()
                .anyMatch(
                        lane ->
                                positions.of(lane.getKey())
                                        > progress.of(lane.getValue()).orElseThrow().nextOffset());
    }

    private void write() {
        if (builder.isEmpty()) {
            return;
        }
        positions.refresh();
        var reached = new HashMap<Lane, Long>();
        lanes.forEach((partition, lane) -> reached.put(lane, positions.of(partition)));
        var oldest = builder.oldest();
        var before = clock.instant();
        var outcome = store.write(builder.close(store.progress(), reached));
        var committedAt = clock.instant();
        var took = Duration.between(before, committedAt);
        builder.wrote(took);
        commitForLagTools();
        listener.committed(outcome, took, oldest, committedAt);
    }

    /**
     * Nobody continues from these, so a failure to commit them is no reason to stop. But whoever
     * waits until nothing lags waits for them, so they are committed at the start and until it
     * works.
     */
    private void commitForLagTools() {
        var progress = store.progress();
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        lanes.forEach(
                (partition, lane) ->
                        offsets.put(
                                partition,
                                new OffsetAndMetadata(
                                        progress.of(lane).orElseThrow().nextOffset())));
        commitIsDue = false;
        consumer.commitAsync(
                offsets, (committed, failure) -> commitIsDue = commitIsDue || failure != null);
    }

    /** Runs this on the sink's thread when no batch is being written, soon. */
    public <T> CompletableFuture<T> betweenBatches(Supplier<T> work) {
        return between.add(work);
    }

    /** Asks {@link #run} to write what it has read and to return. */
    public void stop() {
        stopping = true;
    }

    /** Stops, and waits until the last batch is written; the store stays open. */
    @Override
    public void close() {
        stop();
        if (!started.get()) {
            consumer.close();
            return;
        }
        try {
            if (!ended.await(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                consumer.wakeup();
                ended.await(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
