package dev.chipwise.snapshotter.store;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a store continues: what it says after a restart is the truth, whatever Kafka's group
 * offsets say.
 *
 * @param ownerEpoch counts the openings of the store; only the newest owner may write
 * @param lastBatch number of the last batch written, 0 before the first
 */
public record Progress(long ownerEpoch, long lastBatch, SortedMap<Lane, LaneProgress> lanes) {

    public Progress {
        lanes = new TreeMap<>(lanes);
    }

    public static Progress of(long ownerEpoch, long lastBatch, Collection<LaneProgress> lanes) {
        var byLane = new TreeMap<Lane, LaneProgress>();
        lanes.forEach(progress -> byLane.put(progress.lane(), progress));
        return new Progress(ownerEpoch, lastBatch, byLane);
    }

    public Optional<LaneProgress> of(Lane lane) {
        return Optional.ofNullable(lanes.get(lane));
    }

    /** The progress after a batch that was written. */
    public Progress after(Batch batch) {
        var advanced = new TreeMap<>(lanes);
        batch.slices()
                .forEach(
                        slice ->
                                advanced.computeIfPresent(
                                        slice.lane(), (lane, at) -> at.advanced(slice)));
        return new Progress(ownerEpoch, lastBatch + 1, advanced);
    }

    /** Whether this is what remains after the batch: all of its lanes stand where it ends. */
    public boolean includes(Batch batch) {
        return batch.slices().stream()
                .allMatch(
                        slice ->
                                of(slice.lane())
                                        .filter(lane -> lane.nextOffset() >= slice.nextOffset())
                                        .isPresent());
    }
}
