package dev.chipwise.snapshotter.store;

import java.util.List;

/**
 * What a batch holds of one lane.
 *
 * @param fromOffset the stored progress it continues from
 * @param nextOffset the progress after it; offsets between records may be missing (transaction
 *     markers, compaction)
 * @param arrivals in order of offset
 */
public record Slice(
        Lane lane, long fromOffset, long nextOffset, int leaderEpoch, List<Arrival> arrivals) {

    public Slice {
        arrivals = List.copyOf(arrivals);
        if (nextOffset <= fromOffset) {
            throw new IllegalArgumentException(
                    "a slice of "
                            + lane
                            + " must move on from "
                            + fromOffset
                            + ", not to "
                            + nextOffset);
        }
    }
}
