package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * One partition as a broker keeps it: transactions with their markers, leader epochs, and what
 * compaction and retention took away. An entry's offset is its index.
 */
final class SimulatedLog {

    private static final Sent MARKER = null;

    private final TopicPartition partition;
    private final List<Entry> entries = new ArrayList<>();
    private Lane lane;
    private long beginning;
    private int epoch = 1;

    SimulatedLog(TopicPartition partition, Lane lane) {
        this.partition = partition;
        this.lane = lane;
    }

    /** A producer's transaction; what it wrote is visible when it has committed. */
    static final class Transaction {

        private Boolean committed;

        void end(boolean commit) {
            committed = commit;
        }

        boolean isOpen() {
            return committed == null;
        }

        boolean isCommitted() {
            return Boolean.TRUE.equals(committed);
        }
    }

    /** One offset of the log. */
    static final class Entry {

        private final long offset;
        private final Sent sent;
        private final int epoch;
        private final Transaction transaction;
        private boolean compacted;
        private Arrival arrival;

        Entry(long offset, Sent sent, int epoch, Transaction transaction) {
            this.offset = offset;
            this.sent = sent;
            this.epoch = epoch;
            this.transaction = transaction;
        }

        long offset() {
            return offset;
        }

        Sent sent() {
            return sent;
        }

        boolean isCommitted() {
            return sent != MARKER && (transaction == null || transaction.isCommitted());
        }

        /** Whether a consumer that reads only what is committed gets it. */
        boolean isVisible() {
            return isCommitted() && !compacted;
        }
    }

    void append(Sent sent, Transaction transaction) {
        entries.add(new Entry(entries.size(), sent, epoch, transaction));
    }

    void appendMarker() {
        append(MARKER, null);
    }

    TopicPartition partition() {
        return partition;
    }

    Lane lane() {
        return lane;
    }

    void become(Lane other) {
        lane = other;
    }

    /** Another broker leads from now on. */
    void changeLeader() {
        epoch++;
    }

    long beginning() {
        return beginning;
    }

    /** Retention, or for a while its opposite. */
    void beginAt(long offset) {
        beginning = offset;
    }

    /** The end for those who read only what is committed: before the first open transaction. */
    long lastStable() {
        for (var entry : entries) {
            if (entry.transaction != null && entry.transaction.isOpen()) {
                return entry.offset;
            }
        }
        return entries.size();
    }

    /** Where the log of this leader epoch ended, as a broker tells a consumer that comes back. */
    long endOfEpoch(int asked) {
        return entries.stream()
                .filter(entry -> entry.epoch > asked)
                .mapToLong(Entry::offset)
                .findFirst()
                .orElse(entries.size());
    }

    Entry at(long offset) {
        return entries.get((int) offset);
    }

    List<Entry> entries() {
        return entries;
    }

    /** Takes away the values of a key that a later committed one replaces, from this offset on. */
    void compactFrom(long offset) {
        long stable = lastStable();
        for (long at = offset; at < stable; at++) {
            var entry = at(at);
            entry.compacted |= entry.isCommitted() && isReplaced(entry, stable);
        }
    }

    private boolean isReplaced(Entry entry, long stable) {
        return entry.sent.meaning() instanceof Sent.Meaning.Value
                && entries.subList((int) entry.offset + 1, (int) stable).stream()
                        .anyMatch(later -> later.isCommitted() && later.sent.hasKeyOf(entry.sent));
    }

    /** What the record means to a store; read once, since reading it is most of a check. */
    Arrival arrival(Entry entry, RecordReader reader) {
        if (entry.arrival == null) {
            entry.arrival = reader.read(record(entry));
        }
        return entry.arrival;
    }

    ConsumerRecord<byte[], byte[]> record(Entry entry) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                entry.offset,
                Samples.RECORDED_AT.toEpochMilli() + entry.offset,
                TimestampType.LOG_APPEND_TIME,
                1,
                1,
                entry.sent.key(),
                entry.sent.value(),
                new RecordHeaders(),
                Optional.of(entry.epoch));
    }
}
