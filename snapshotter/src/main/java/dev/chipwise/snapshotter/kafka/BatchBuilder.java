package dev.chipwise.snapshotter.kafka;

import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.Progress;
import dev.chipwise.snapshotter.store.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Collects what was read until a batch is due. */
final class BatchBuilder {

    private static final int RECORD_OVERHEAD_BYTES = 64;
    private static final int UNKNOWN_EPOCH = -1;

    /** Long enough for the records that a commit of a topology brings at once. */
    private static final Duration YOUNGEST = Duration.ofMillis(10);

    private final SinkConfig.Limits limits;
    private final SortedMap<Lane, List<Arrival>> arrivals = new TreeMap<>();
    private final SortedMap<Lane, Integer> leaderEpochs = new TreeMap<>();
    private int rows;
    private long bytes;
    private Instant since;
    private Instant oldest;
    private Duration age;

    BatchBuilder(SinkConfig.Limits limits) {
        this.limits = limits;
        wrote(Duration.ZERO);
    }

    /** The last batch took this long to write; the next one may become as old. */
    final void wrote(Duration took) {
        var wanted = took.compareTo(YOUNGEST) < 0 ? YOUNGEST : took;
        age = wanted.compareTo(limits.age()) < 0 ? wanted : limits.age();
    }

    void add(Lane lane, ConsumerRecord<byte[], byte[]> record, Arrival arrival, Instant now) {
        moved(now);
        arrivals.computeIfAbsent(lane, any -> new ArrayList<>()).add(arrival);
        record.leaderEpoch().ifPresent(epoch -> leaderEpochs.put(lane, epoch));
        rows++;
        bytes += RECORD_OVERHEAD_BYTES + Math.max(0, record.serializedValueSize());
        oldest =
                oldest == null || arrival.recordedAt().isBefore(oldest)
                        ? arrival.recordedAt()
                        : oldest;
    }

    /** Something moved, if only over the markers of a transaction. */
    void moved(Instant now) {
        since = since == null ? now : since;
    }

    boolean isEmpty() {
        return since == null;
    }

    boolean isDue(Instant now) {
        return since != null
                && (rows >= limits.rows()
                        || bytes >= limits.bytes()
                        || !now.isBefore(since.plus(age)));
    }

    /** How long until the batch is due by age, from now; never negative. */
    long millisLeft(Instant now) {
        return since == null
                ? limits.age().toMillis()
                : Math.max(0, since.plus(age).toEpochMilli() - now.toEpochMilli());
    }

    Instant oldest() {
        return oldest;
    }

    /** The batch that brings the progress to these positions; begins a new one. */
    Batch close(Progress progress, Map<Lane, Long> positions) {
        var slices = new ArrayList<Slice>();
        new TreeMap<>(positions)
                .forEach((lane, position) -> addSlice(lane, position, progress, slices));
        arrivals.clear();
        rows = 0;
        bytes = 0;
        since = null;
        oldest = null;
        return new Batch(slices);
    }

    private void addSlice(Lane lane, long position, Progress progress, List<Slice> slices) {
        long from = progress.of(lane).orElseThrow().nextOffset();
        if (position > from) {
            var read = arrivals.getOrDefault(lane, List.of());
            slices.add(new Slice(lane, from, position, epoch(lane, position, read), read));
        }
    }

    /**
     * The epoch of the record just before the position. The marker of a transaction may be of a
     * later epoch than the records before it, and nobody tells which; with an older one the broker
     * would take the position behind the marker for the sign of a truncated log.
     */
    private int epoch(Lane lane, long position, List<Arrival> read) {
        boolean behindRecord =
                !read.isEmpty() && read.get(read.size() - 1).offset() == position - 1;
        return behindRecord ? leaderEpochs.getOrDefault(lane, UNKNOWN_EPOCH) : UNKNOWN_EPOCH;
    }
}
