package dev.chipwise.snapshotter.store;

/**
 * What a batch did with one lane; entries of a lane follow each other without a gap.
 *
 * @param firstOffset the progress it continued from
 * @param lastOffset the progress after it, less one
 * @param read records read: always {@code fresh + duplicate + rejected}
 * @param fresh records kept
 * @param duplicate records whose like was there
 * @param rejected records refused, or with a known id but other content
 */
public record LedgerEntry(
        long batch,
        Lane lane,
        long firstOffset,
        long lastOffset,
        int read,
        int fresh,
        int duplicate,
        int rejected) {}
