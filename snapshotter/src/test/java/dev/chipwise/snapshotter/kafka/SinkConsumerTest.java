package dev.chipwise.snapshotter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.store.InMemoryResultStore;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.LedgerEntry;
import dev.chipwise.snapshotter.store.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/**
 * The sink over Kafka's own consumer for tests: it continues where the store says, and stops rather
 * than skip.
 */
class SinkConsumerTest {

    private static final Topics TOPICS = Topics.withDefaultPrefix();
    private static final TopicPartition BENCHMARKS =
            new TopicPartition(TOPICS.benchmarkResult().fullName(), 0);
    private static final Lane LANE = new Lane("cluster", "topic-id", "benchmark.result.v1", 0);
    private static final Clock CLOCK = Clock.fixed(Samples.RECORDED_AT, ZoneOffset.UTC);

    private final SinkConfig config =
            SinkConfig.of(Cluster.at("localhost:9"), TOPICS)
                    .with(new SinkConfig.Limits(100, 1 << 20, Duration.ZERO));
    private final InMemoryResultStore store = new InMemoryResultStore();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private LaneOffsets offsets = new LaneOffsets(LANE, 0, 100);

    @Test
    void writesWhatItReadsAndContinuesFromTheStore() {
        // Given
        run(List.of(record(0, Samples.benchmark(0)), record(2, Samples.benchmark(1))));

        // When
        var next = new MockConsumer<byte[], byte[]>("none");
        run(next, List.of(record(3, Samples.benchmark(1)), record(4, Samples.benchmark(2))));

        // Then
        assertThat(store.contents().ledger())
                .containsExactly(
                        new LedgerEntry(1, LANE, 0, 2, 2, 2, 0, 0),
                        new LedgerEntry(2, LANE, 3, 4, 2, 1, 1, 0));
        assertThat(store.progress().of(LANE)).contains(new LaneProgress(LANE, 0, 5, 7));
    }

    @Test
    void refusesAsTheScorerDoes() {
        // Given
        var negative = Samples.result(1).measuring("latency_mean_ms", -1).benchmark();

        // When
        run(
                List.of(
                        record(0, negative),
                        new ConsumerRecord<>(
                                BENCHMARKS.topic(), 0, 1, key("resnet50"), new byte[] {1}),
                        new ConsumerRecord<>(BENCHMARKS.topic(), 0, 2, key("resnet50"), null),
                        new ConsumerRecord<>(
                                BENCHMARKS.topic(),
                                0,
                                3,
                                key("other"),
                                bytes(Samples.benchmark(1)))));

        // Then
        assertThat(store.contents().ledger())
                .containsExactly(new LedgerEntry(1, LANE, 0, 3, 4, 0, 0, 4));
        assertThat(store.contents().models()).isEmpty();
    }

    @Test
    void stopsWhenTheTopicWasCreatedAgain() {
        // Given
        run(List.of(record(0, Samples.benchmark(0))));
        offsets = new LaneOffsets(new Lane("cluster", "another-id", LANE.topic(), 0), 0, 100);

        // Then
        assertThatThrownBy(() -> run(new MockConsumer<>("none"), List.of()))
                .isInstanceOf(ProgressLostException.class)
                .hasMessageContaining("created again")
                .hasMessageContaining("chipwise store rebuild");
    }

    @Test
    void stopsWhenRetentionPassedTheProgress() {
        // Given
        run(List.of(record(0, Samples.benchmark(0))));
        offsets = new LaneOffsets(LANE, 5, 100);

        // Then
        assertThatThrownBy(() -> run(new MockConsumer<>("none"), List.of()))
                .isInstanceOf(ProgressLostException.class)
                .hasMessageContaining("retention");
    }

    @Test
    void stopsWhenTheTopicWasTruncated() {
        // Given
        run(List.of(record(0, Samples.benchmark(0)), record(1, Samples.benchmark(1))));
        offsets = new LaneOffsets(LANE, 0, 1);

        // Then
        assertThatThrownBy(() -> run(new MockConsumer<>("none"), List.of()))
                .isInstanceOf(ProgressLostException.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void writesOnWhileAPartitionHasNoLeaderToTellThePosition() {
        // Given
        var leaderless =
                new MockConsumer<byte[], byte[]>("none") {
                    @Override
                    public long position(TopicPartition partition) {
                        throw new TimeoutException("no position could be determined in time");
                    }

                    @Override
                    public long position(TopicPartition partition, Duration timeout) {
                        return position(partition);
                    }
                };

        // When
        run(leaderless, List.of(record(0, Samples.benchmark(0)), record(1, Samples.benchmark(1))));

        // Then
        assertThat(store.progress().of(LANE)).contains(new LaneProgress(LANE, 0, 2, 7));
    }

    @Test
    void stopsWhenOffsetsVanishWhileItRuns() {
        // Given
        var sink = sink(consumer);
        consumer.schedulePollTask(
                () ->
                        consumer.setPollException(
                                new OffsetOutOfRangeException(Map.of(BENCHMARKS, 0L))));

        // Then
        assertThatThrownBy(sink::run).isInstanceOf(ProgressLostException.class);
    }

    @Test
    void doesWorkOfOthersBetweenBatchesAndNoneAfterTheEnd() {
        // Given
        var sink = sink(consumer);
        var work = sink.betweenBatches(() -> store.progress().lastBatch());
        consumer.schedulePollTask(sink::stop);

        // When
        sink.run();

        // Then
        assertThat(work).isCompletedWithValue(0L);
        assertThatThrownBy(() -> sink.betweenBatches(() -> 1).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("the sink has stopped");
    }

    @Test
    void keepsDeadLettersWithThePlaceTheyCameFrom() {
        // Given
        var headers = new RecordHeaders();
        headers.add("__streams.errors.topic", key(BENCHMARKS.topic()));
        headers.add("__streams.errors.partition", key("3"));
        headers.add("__streams.errors.offset", key("42"));
        var letter =
                new ConsumerRecord<>(
                        TOPICS.dlq(TOPICS.applicationId("scorer")).fullName(),
                        0,
                        9L,
                        0L,
                        TimestampType.CREATE_TIME,
                        1,
                        1,
                        key("k"),
                        new byte[] {1, 2},
                        headers,
                        Optional.empty());

        // When
        var arrival = new RecordReader(config, validator()).read(letter);

        // Then
        assertThat(arrival.stored())
                .isInstanceOfSatisfying(
                        Stored.Rejected.class,
                        rejected -> {
                            assertThat(rejected.result().topic()).isEqualTo("benchmark.result.v1");
                            assertThat(rejected.result().partition()).isEqualTo(3);
                            assertThat(rejected.result().offset()).isEqualTo(42);
                        });
    }

    /** Killed between the store's commit and Kafka's, it would else lag until something comes. */
    @Test
    void tellsLagToolsWhereItIsThoughNothingComes() {
        // Given
        run(List.of(record(0, Samples.benchmark(0))));

        // When
        var next = new CommitRefuser(0);
        run(next, List.of());

        // Then
        assertThat(next.offsets(BENCHMARKS)).containsExactly(1L);
    }

    @Test
    void commitsForLagToolsUntilItWorks() {
        var refusing = new CommitRefuser(2);

        run(refusing, List.of(record(0, Samples.benchmark(0))));

        assertThat(refusing.offsets(BENCHMARKS)).startsWith(1L);
    }

    @Test
    void keepsItsShardOfThePartitions() {
        assertThat(Shard.parse("1/3").keeps(4)).isTrue();
        assertThat(Shard.parse("1/3").keeps(5)).isFalse();
        assertThatThrownBy(() -> Shard.parse("3/3")).hasMessageContaining("i/n");
    }

    private void run(List<ConsumerRecord<byte[], byte[]>> records) {
        run(consumer, records);
    }

    private void run(
            MockConsumer<byte[], byte[]> from, List<ConsumerRecord<byte[], byte[]>> records) {
        var sink = sink(from);
        from.schedulePollTask(() -> records.forEach(from::addRecord));
        from.schedulePollTask(() -> {});
        from.schedulePollTask(sink::stop);
        sink.run();
    }

    private SinkConsumer sink(MockConsumer<byte[], byte[]> from) {
        return new SinkConsumer(
                from,
                () -> Map.of(BENCHMARKS, offsets),
                new RecordReader(config, validator()),
                new BatchBuilder(config.limits()),
                store,
                new SinkConsumer.Hearing(SinkListener.NONE, CLOCK));
    }

    private static ResultValidator validator() {
        return new ResultValidator(Catalog.shipped());
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, BenchmarkResult result) {
        return new ConsumerRecord<>(
                BENCHMARKS.topic(),
                0,
                offset,
                Samples.RECORDED_AT.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                1,
                1,
                key(Topics.keyOf(result)),
                bytes(result),
                new RecordHeaders(),
                Optional.of(7));
    }

    private static byte[] bytes(BenchmarkResult result) {
        return Codecs.benchmarkResult().encode(result);
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
