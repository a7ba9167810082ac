package dev.chipwise.ingest.publish.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A directory of segments that one owner appends events to and removes them from in order. A kill
 * at any moment loses no entry that was appended, a power cut none that was synced; bytes that are
 * no entry are set aside and said.
 */
public final class Spool implements AutoCloseable {

    private static final long MOST_SEGMENT_BYTES = 8L << 20;
    private static final int SEGMENTS = 8;

    /** One entry, on its way out. */
    @FunctionalInterface
    public interface Reader {

        /**
         * @param end the place behind it
         * @return whether to go on with the next
         */
        boolean read(Mark end, byte[] event);
    }

    private final SpoolFiles files;
    private final long mostBytes;
    private final SpoolLock lock;
    private final Progress progress;
    private final SegmentWriter writer;

    /** Per segment where its last entry ends. */
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    private final TreeMap<Long, Long> sizes = new TreeMap<>();
    private final Set<String> findings = new LinkedHashSet<>();
    private Mark settled;
    private long waiting;

    private Spool(SpoolFiles files, long mostBytes, SpoolLock lock) throws IOException {
        this.files = files;
        this.mostBytes = mostBytes;
        this.lock = lock;
        this.progress = new Progress(files.progress());
        sizes.putAll(files.segments());
        settled = progress.read().orElseGet(this::sayProgressIsLost);
        long last = sizes.isEmpty() ? 0 : sizes.lastKey();
        long mostSegmentBytes = Math.min(MOST_SEGMENT_BYTES, mostBytes / SEGMENTS);
        writer = new SegmentWriter(files, mostSegmentBytes, Math.max(last, settled.segment()));
        for (long number : List.copyOf(sizes.keySet())) {
            open(number);
        }
        // Nor did it, perhaps, make their names last; bytes without a name are lost in a power cut.
        SpoolFiles.forceNames(files.directory());
    }

    /**
     * The spool in this directory, which is made where it is missing.
     *
     * @param mostBytes of all segments together
     * @throws SpoolInUse when somebody else owns it
     */
    public static Spool open(Path directory, long mostBytes) {
        var files = new SpoolFiles(directory);
        try {
            Files.createDirectories(directory);
            var lock = SpoolLock.take(files);
            try {
                return new Spool(files, mostBytes, lock);
            } catch (IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw files.broken("open", e);
        }
    }

    public Path directory() {
        return files.directory();
    }

    /** Entries that are not settled. */
    public long waiting() {
        return waiting;
    }

    /** The place before the first entry that is not settled. */
    public Mark settled() {
        return settled;
    }

    /** The place behind the last entry. */
    public Mark end() {
        var last = ends.lastEntry();
        return last == null ? settled : new Mark(last.getKey(), last.getValue());
    }

    /** What was not as it should be, a sentence each. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** What every entry costs in bytes beside its event is counted too. */
    public boolean hasRoomFor(byte[] event) {
        long used = sizes.values().stream().mapToLong(Long::longValue).sum();
        return used + Frame.HEAD + event.length <= mostBytes;
    }

    /**
     * The place behind the new entry.
     *
     * @throws IOException when the disk does not take it; everything before it is untouched
     */
    public Mark append(byte[] event) throws IOException {
        var end = writer.append(event);
        ends.put(end.segment(), end.offset());
        sizes.put(end.segment(), end.offset());
        waiting++;
        return end;
    }

    /** Returns when a power cut loses no entry. */
    public void sync() {
        try {
            writer.sync();
        } catch (IOException e) {
            throw files.broken("write", e);
        }
    }

    /** Reads the entries behind a place in order, as long as the reader wants. */
    public void read(Mark from, Reader reader) {
        var number = ends.ceilingKey(from.segment());
        boolean goesOn = true;
        while (number != null && goesOn) {
            long offset = number == from.segment() ? from.offset() : 0;
            goesOn = readSegment(number, offset, reader);
            number = ends.higherKey(number);
        }
    }

    /**
     * Remembers that so many more entries, all up to a place, need not be kept; their space is free
     * when their segment has no other.
     */
    public void settle(Mark until, long entries) {
        try {
            progress.write(until);
            settled = until;
            waiting -= entries;
            for (long number : List.copyOf(ends.headMap(until.segment(), true).keySet())) {
                boolean isDone = number < until.segment() || ends.get(number) <= until.offset();
                removeIf(isDone, number);
            }
        } catch (IOException e) {
            throw files.broken("write", e);
        }
    }

    /**
     * Keeps an event that cannot be published, beside the segments.
     *
     * @param end the place behind its entry
     * @param why one word, for the name of the file
     */
    public void setAside(Mark end, byte[] event, String why, String sentence) {
        try {
            long from = end.offset() - event.length;
            var file = files.keepAside(end.segment(), from, why, event);
            findings.add(sentence + "; set aside as " + file);
        } catch (IOException e) {
            throw files.broken("write", e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            writer.close();
        } catch (IOException e) {
            throw files.broken("close", e);
        }
    }

    private Mark sayProgressIsLost() {
        findings.add(
                files.progress()
                        + " is damaged; everything in the spool is published again, which counts"
                        + " nothing twice");
        return Mark.START;
    }

    private void open(long number) throws IOException {
        long from = number == settled.segment() ? settled.offset() : 0;
        var entries = new ArrayList<SegmentScan.Entry>();
        if (number >= settled.segment()) {
            entries.addAll(scan(number, from).entries());
        }
        waiting += entries.size();
        ends.put(number, entries.isEmpty() ? from : entries.get(entries.size() - 1).end());
        removeIf(entries.isEmpty(), number);
        if (!entries.isEmpty()) {
            // Its writer may have been killed before it synced them.
            SpoolFiles.force(files.segment(number));
        }
    }

    private boolean readSegment(long number, long offset, Reader reader) {
        try {
            for (var entry : scan(number, offset).entries()) {
                if (!reader.read(new Mark(number, entry.end()), entry.event())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw files.broken("read", e);
        }
    }

    private SegmentScan scan(long number, long from) throws IOException {
        var file = files.segment(number);
        var bytes = Files.readAllBytes(file);
        var scan = SegmentScan.of(bytes, (int) Math.min(from, bytes.length));
        for (var damage : scan.damages()) {
            var piece = Arrays.copyOfRange(bytes, damage.from(), damage.end());
            var kept = files.keepAside(number, damage.from(), "damaged", piece);
            findings.add(file + ": " + damage.sentence(bytes.length) + "; set aside as " + kept);
        }
        return scan;
    }

    private void removeIf(boolean isDone, long number) throws IOException {
        if (isDone) {
            writer.release(number);
            Files.deleteIfExists(files.segment(number));
            ends.remove(number);
            sizes.remove(number);
        }
    }
}
