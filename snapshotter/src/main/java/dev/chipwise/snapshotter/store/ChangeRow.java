package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.CompatibilityChange;
import java.time.Instant;

/** A reported difference, with where it was read. */
public record ChangeRow(
        CompatibilityChange change, int partition, long offset, Instant recordedAt, long batch) {

    static ChangeRow of(CompatibilityChange change, Lane lane, Arrival arrival, long batch) {
        return new ChangeRow(
                change, lane.partition(), arrival.offset(), arrival.recordedAt(), batch);
    }
}
