package dev.chipwise.snapshotter.store;

/**
 * One way in which a store is not what it should be.
 *
 * @param table the table it was found in
 * @param key of the row, or the lane
 */
public record Finding(Invariant invariant, String table, String key, String detail) {

    /** What must always hold. */
    public enum Invariant {
        /** Every accepted event of the topics is in raw exactly once. */
        I1,
        /** Nothing is in raw that is not in the topics, and nothing twice. */
        I2,
        /** Progress is the last offset of the ledger plus one, and the ledger has no gap. */
        I3,
        /** The ledger's counts add up. */
        I4,
        /** Everything derived equals what the pure code makes of the raw events. */
        I5
    }
}
