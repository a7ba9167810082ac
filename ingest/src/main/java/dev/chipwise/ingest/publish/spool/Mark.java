package dev.chipwise.ingest.publish.spool;

import java.util.Comparator;

/**
 * A place between two entries of a spool.
 *
 * @param segment its number; numbers are never used twice
 * @param offset bytes of the segment before it
 */
public record Mark(long segment, long offset) implements Comparable<Mark> {

    /** Before everything. */
    static final Mark START = new Mark(0, 0);

    private static final Comparator<Mark> ORDER =
            Comparator.comparingLong(Mark::segment).thenComparingLong(Mark::offset);

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }
}
