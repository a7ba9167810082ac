package dev.chipwise.snapshotter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.InMemoryResultStore;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class BatchBuilderTest {

    private static final Lane LANE = new Lane("cluster", "topic-id", "cell.summary.v1", 0);
    private static final int EPOCH = 3;

    private final BatchBuilder builder = new BatchBuilder(SinkConfig.Limits.DEFAULT);

    @Test
    void knowsTheEpochJustBehindARecord() {
        assertThat(epochAt(8)).isEqualTo(EPOCH);
    }

    /** A killed broker ends an open transaction in a later epoch than its records are of. */
    @Test
    void knowsNoEpochBehindTheMarkerOfATransaction() {
        assertThat(epochAt(9)).isEqualTo(-1);
    }

    @Test
    void letsABatchBecomeAsOldAsTheLastOneTookToWrite() {
        // Given
        builder.wrote(Duration.ofMillis(120));

        // When
        builder.add(LANE, record(7), arrival(7), Samples.RECORDED_AT);

        // Then
        assertThat(builder.isDue(Samples.RECORDED_AT.plusMillis(119))).isFalse();
        assertThat(builder.isDue(Samples.RECORDED_AT.plusMillis(120))).isTrue();
        assertThat(builder.millisLeft(Samples.RECORDED_AT.plusMillis(100))).isEqualTo(20);
    }

    @Test
    void letsNoBatchBecomeOlderThanItsLimit() {
        // Given
        builder.wrote(Duration.ofSeconds(9));

        // When
        builder.add(LANE, record(7), arrival(7), Samples.RECORDED_AT);

        // Then
        var limit = Samples.RECORDED_AT.plus(SinkConfig.Limits.DEFAULT.age());
        assertThat(builder.isDue(limit.minusMillis(1))).isFalse();
        assertThat(builder.isDue(limit)).isTrue();
    }

    private int epochAt(long position) {
        var store = new InMemoryResultStore();
        store.start(List.of(LaneProgress.starting(LANE, 7)));
        builder.add(LANE, record(7), arrival(7), Samples.RECORDED_AT);
        return builder.close(store.progress(), Map.of(LANE, position))
                .slices()
                .get(0)
                .leaderEpoch();
    }

    private static Arrival arrival(long offset) {
        var refused = new RejectedResult(Reason.UNREADABLE, "", null, new byte[0], "t", 0, offset);
        return new Arrival(offset, Samples.RECORDED_AT, new Stored.Unreadable(refused));
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>(
                "t",
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.of(EPOCH));
    }
}
