package dev.chipwise.ingest.publish.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a spool holds, seen from outside: nothing is changed, and its owner is not disturbed.
 *
 * @param waiting entries to be published
 * @param bytes of all segments
 * @param damagedBytes of them, that are no entry and will be set aside by the next owner
 * @param setAside files that were set aside
 * @param inUse whether somebody owns it now, so that the numbers change
 */
public record SpoolStatus(
        long waiting, long bytes, int segments, long damagedBytes, int setAside, boolean inUse) {

    /** Nothing where there is no spool. */
    public static Optional<SpoolStatus> of(Path directory) {
        var files = new SpoolFiles(directory);
        if (!Files.exists(files.lock())) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(files));
        } catch (IOException e) {
            throw files.broken("read", e);
        }
    }

    private static SpoolStatus read(SpoolFiles files) throws IOException {
        boolean inUse = SpoolLock.isHeld(files);
        var settled = new Progress(files.progress()).read().orElse(Mark.START);
        long waiting = 0;
        long damaged = 0;
        var sizes = files.segments();
        for (long number : sizes.tailMap(settled.segment()).keySet()) {
            long from = number == settled.segment() ? settled.offset() : 0;
            var scan = scan(files.segment(number), from);
            waiting += scan.entries().size();
            damaged += scan.damages().stream().mapToLong(each -> each.end() - each.from()).sum();
        }
        long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        int aside = SpoolFiles.in(files.setAside()).size();
        return new SpoolStatus(waiting, bytes, sizes.size(), damaged, aside, inUse);
    }

    /** Empty where the owner has removed the segment meanwhile. */
    private static SegmentScan scan(Path segment, long from) throws IOException {
        var bytes = Files.exists(segment) ? Files.readAllBytes(segment) : new byte[0];
        return SegmentScan.of(bytes, (int) Math.min(from, bytes.length));
    }
}
