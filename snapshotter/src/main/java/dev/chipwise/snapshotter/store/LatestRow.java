package dev.chipwise.snapshotter.store;

import java.time.Instant;

/**
 * A value of a compacted topic, with where it was read.
 *
 * @param value null when the key was deleted there
 */
public record LatestRow<T extends Record>(
        Class<T> type,
        String key,
        T value,
        int partition,
        long offset,
        Instant recordedAt,
        long batch) {

    @SuppressWarnings("unchecked") // a record's class is the class of that record
    static LatestRow<?> of(Stored.Current current, Lane lane, Arrival arrival, long batch) {
        return new LatestRow<>(
                (Class<Record>) current.value().getClass(),
                current.key(),
                current.value(),
                lane.partition(),
                arrival.offset(),
                arrival.recordedAt(),
                batch);
    }

    static LatestRow<?> of(Stored.Gone gone, Lane lane, Arrival arrival, long batch) {
        return new LatestRow<>(
                gone.type(),
                gone.key(),
                null,
                lane.partition(),
                arrival.offset(),
                arrival.recordedAt(),
                batch);
    }

    public boolean isGone() {
        return value == null;
    }
}
