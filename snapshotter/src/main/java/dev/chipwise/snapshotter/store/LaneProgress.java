package dev.chipwise.snapshotter.store;

/**
 * How far a lane is stored.
 *
 * @param startOffset the first offset that was ever wanted
 * @param nextOffset the offset to read next: everything below it is stored or accounted for
 * @param leaderEpoch of the record just before the next offset, or -1 when that is not known
 */
public record LaneProgress(Lane lane, long startOffset, long nextOffset, int leaderEpoch) {

    /** The progress of a lane of which nothing has been read. */
    public static LaneProgress starting(Lane lane, long offset) {
        return new LaneProgress(lane, offset, offset, -1);
    }

    LaneProgress advanced(Slice slice) {
        return new LaneProgress(lane, startOffset, slice.nextOffset(), slice.leaderEpoch());
    }
}
