package dev.chipwise.snapshotter.kafka;

import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.Progress;

/**
 * What a cluster holds of a lane.
 *
 * @param beginning the first offset still there
 * @param end the offset after the last
 */
record LaneOffsets(Lane lane, long beginning, long end) {

    /** Where reading continues, or begins when the store does not know the lane. */
    LaneProgress continuing(Progress progress) {
        refuseOtherCreation(progress);
        var known = progress.of(lane).orElseGet(() -> LaneProgress.starting(lane, beginning));
        if (known.nextOffset() < beginning) {
            throw new ProgressLostException(
                    lane.topic()
                            + "/"
                            + lane.partition()
                            + " begins at offset "
                            + beginning
                            + ", but the store continues from "
                            + known.nextOffset()
                            + ": retention has deleted records that were never stored. Restore a"
                            + " copy that is further, or make the store anew from what is left:"
                            + " chipwise store rebuild");
        }
        if (known.nextOffset() > end) {
            throw new ProgressLostException(
                    lane.topic()
                            + "/"
                            + lane.partition()
                            + " ends at offset "
                            + end
                            + ", but the store continues from "
                            + known.nextOffset()
                            + ": the topic was truncated. Make the store anew: chipwise store"
                            + " rebuild");
        }
        return known;
    }

    private void refuseOtherCreation(Progress progress) {
        for (var known : progress.lanes().keySet()) {
            if (known.namedLike(lane) && !known.equals(lane)) {
                throw new ProgressLostException(
                        "the store was filled from another "
                                + lane.topic()
                                + " (id "
                                + known.topicId()
                                + " on cluster "
                                + known.clusterId()
                                + ") than is there now (id "
                                + lane.topicId()
                                + " on cluster "
                                + lane.clusterId()
                                + "): the topic was deleted and created again, or this is another"
                                + " cluster. Use the right cluster, or make the store anew from"
                                + " what is there now: chipwise store rebuild");
            }
        }
    }
}
