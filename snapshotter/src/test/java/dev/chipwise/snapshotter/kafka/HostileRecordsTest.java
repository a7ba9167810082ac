package dev.chipwise.snapshotter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.schemas.samples.HostileRun;
import dev.chipwise.schemas.samples.HostileTraffic;
import dev.chipwise.schemas.samples.HostileTraffic.Sent;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.duckdb.SharedDatabase;
import dev.chipwise.snapshotter.duckdb.WriteStep;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.LedgerEntry;
import dev.chipwise.snapshotter.store.ResultStore;
import dev.chipwise.snapshotter.store.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The hundred thousand records that the scorer is sent in its own test of this name: the sink means
 * the same of each, and its store takes whatever it accepts.
 */
class HostileRecordsTest {

    private static final Topics TOPICS = Topics.withDefaultPrefix();
    private static final SharedDatabase DATABASE = new SharedDatabase();
    private static final int BATCH = 2_000;

    private final SinkConfig config = SinkConfig.of(Cluster.at("localhost:9"), TOPICS);
    private final RecordReader reader =
            new RecordReader(config, new ResultValidator(Catalog.shipped()));
    private final BatchBuilder batch = new BatchBuilder(config.limits());
    private final Map<Lane, Long> positions = new TreeMap<>();
    private ResultStore store;
    private int accepted;

    @BeforeEach
    void forgetEverything() {
        DATABASE.empty();
        store = DATABASE.open(WriteStep.Observer.NONE);
        var lanes =
                List.of(
                        TOPICS.benchmarkResult(),
                        TOPICS.batteryResult(),
                        TOPICS.modelVersion(),
                        TOPICS.resultRetraction());
        lanes.forEach(topic -> positions.put(lane(topic.name()), 0L));
        store.start(positions.keySet().stream().map(l -> LaneProgress.starting(l, 0)).toList());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Timeout(600)
    void theSinkRefusesWhatTheScorerRefusesAndKeepsTheRest(long seed) {
        var traffic = new HostileTraffic(TOPICS, seed);
        for (int sent = 0; sent < HostileRun.INPUTS_PER_SEED; sent += BATCH) {
            int before = accepted;
            IntStream.range(0, BATCH).forEach(each -> read(traffic.next()));

            var outcome = store.write(batch.close(store.progress(), positions));

            assertThat(sum(outcome, LedgerEntry::read)).isEqualTo(BATCH);
            int taken = sum(outcome, LedgerEntry::fresh) + sum(outcome, LedgerEntry::duplicate);
            // An event that contradicts another of its id is counted as rejected by the store
            // alone.
            assertThat(taken).isBetween(1, accepted - before);
            assertThat(taken + sum(outcome, LedgerEntry::rejected)).isEqualTo(BATCH);
        }
        assertThat(accepted).isGreaterThan(HostileRun.INPUTS_PER_SEED / 20);
    }

    static LongStream seeds() {
        return HostileRun.seeds();
    }

    private void read(Sent sent) {
        var lane = lane(sent.topic().name());
        var record = record(sent, positions.merge(lane, 1L, Long::sum) - 1);

        var arrival = reader.read(record);

        var refused = arrival.stored() instanceof Stored.Refused refusal ? refusal.reason() : null;
        assertThat(refused).as("%s", sent).isEqualTo(sent.refusal());
        accepted += refused == null ? 1 : 0;
        batch.add(lane, record, arrival, Samples.RECORDED_AT);
    }

    private static ConsumerRecord<byte[], byte[]> record(Sent sent, long offset) {
        return new ConsumerRecord<>(
                sent.topic().fullName(),
                0,
                offset,
                sent.timestamp(),
                TimestampType.CREATE_TIME,
                0,
                sent.value() == null ? 0 : sent.value().length,
                sent.key(),
                sent.value(),
                new RecordHeaders(),
                Optional.empty());
    }

    private static Lane lane(String topic) {
        return new Lane("cluster", topic + "-id", topic, 0);
    }

    private static int sum(BatchOutcome outcome, ToIntFunction<LedgerEntry> count) {
        return outcome.entries().stream().mapToInt(count).sum();
    }
}
