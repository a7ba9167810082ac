package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.RejectedResult;
import java.time.Instant;

/**
 * A refused record as a store keeps it, once per place it was refused at.
 *
 * @param eventId id of the refused event, or null
 * @param topic where the refusal was read, without prefix; likewise partition and offset
 */
public record RejectedRow(
        RejectedResult result,
        String eventId,
        String topic,
        int partition,
        long offset,
        Instant recordedAt,
        long batch) {

    static RejectedRow of(
            RejectedResult result, String eventId, Lane lane, Arrival arrival, long batch) {
        return new RejectedRow(
                result,
                eventId,
                lane.topic(),
                lane.partition(),
                arrival.offset(),
                arrival.recordedAt(),
                batch);
    }

    /** Where the refused record itself stands: its identity. */
    public RefusedAt refusedAt() {
        return new RefusedAt(result.topic(), result.partition(), result.offset());
    }

    /** A place in a topic, without prefix. */
    public record RefusedAt(String topic, int partition, long offset)
            implements Comparable<RefusedAt> {

        @Override
        public int compareTo(RefusedAt other) {
            int byTopic = topic.compareTo(other.topic);
            int byPartition = byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
            return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
        }
    }
}
