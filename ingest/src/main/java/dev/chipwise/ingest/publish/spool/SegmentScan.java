package dev.chipwise.ingest.publish.spool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is in the bytes of a segment: its entries, and the stretches between them that are none. A
 * damaged entry costs itself alone; the next whole one is found by its checksum.
 */
record SegmentScan(List<Entry> entries, List<Damage> damages) {

    /** Begins every record on the wire, so it tells quickly where an entry cannot begin. */
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};

    /**
     * @param end offset behind it
     */
    record Entry(int end, byte[] event) {}

    /** Bytes that are no entry: a write that was cut off, or what became of one on the disk. */
    record Damage(int from, int end) {

        /**
         * @param size bytes of the segment
         */
        String sentence(int size) {
            var what = (end - from) + " bytes at " + from + " are no whole entry, ";
            return what
                    + (end == size
                            ? "as a write leaves them that was cut off"
                            : "so the disk or somebody changed them");
        }
    }

    static SegmentScan of(byte[] segment, int from) {
        var scan = new SegmentScan(new ArrayList<>(), new ArrayList<>());
        int at = from;
        while (at < segment.length) {
            int end = Frame.endAt(segment, at);
            if (end < 0) {
                int next = nextEntry(segment, at + 1);
                scan.damages.add(new Damage(at, next));
                at = next;
            } else {
                var event = Arrays.copyOfRange(segment, at + Frame.HEAD, end);
                scan.entries.add(new Entry(end, event));
                at = end;
            }
        }
        return scan;
    }

    private static int nextEntry(byte[] segment, int from) {
        for (int at = from; at + Frame.HEAD + MARKER.length <= segment.length; at++) {
            boolean mayBegin =
                    segment[at + Frame.HEAD] == MARKER[0]
                            && segment[at + Frame.HEAD + 1] == MARKER[1];
            if (mayBegin && Frame.endAt(segment, at) >= 0) {
                return at;
            }
        }
        return segment.length;
    }
}
