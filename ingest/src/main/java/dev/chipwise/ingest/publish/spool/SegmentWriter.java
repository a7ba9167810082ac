package dev.chipwise.ingest.publish.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** The end of a spool: appends to one segment after the other, each made new and never changed. */
final class SegmentWriter implements AutoCloseable {

    private final SpoolFiles files;
    private final long mostSegmentBytes;
    private long number;
    private long position;
    private FileChannel segment;
    private final Map<Long, FileChannel> ended = new TreeMap<>();
    private boolean isDirty;

    /**
     * @param last the highest number that was ever used
     */
    SegmentWriter(SpoolFiles files, long mostSegmentBytes, long last) {
        this.files = files;
        this.mostSegmentBytes = mostSegmentBytes;
        this.number = last;
    }

    /**
     * The place behind the entry. After a failure nothing of it is left, or else the rest of the
     * cut-off write ends its segment and the next entry begins another.
     */
    Mark append(byte[] event) throws IOException {
        if (position >= mostSegmentBytes) {
            end();
        }
        if (segment == null) {
            open();
        }
        var frame = Frame.of(event);
        int bytes = frame.limit();
        isDirty = true;
        try {
            while (frame.hasRemaining()) {
                segment.write(frame);
            }
        } catch (IOException e) {
            takeBack();
            throw e;
        }
        position += bytes;
        return new Mark(number, position);
    }

    /** Returns when everything appended is on the disk. */
    void sync() throws IOException {
        if (!isDirty) {
            return;
        }
        for (var each : ended.values()) {
            each.force(true);
        }
        if (segment != null) {
            segment.force(true);
        }
        SpoolFiles.forceNames(files.directory());
        isDirty = false;
        closeEnded();
    }

    /** Lets go of all segments; what is not synced may be lost by a power cut. */
    @Override
    public void close() throws IOException {
        end();
        closeEnded();
        isDirty = false;
    }

    /** Lets go of a segment that is about to be removed. */
    void release(long which) throws IOException {
        if (which == number) {
            end();
        }
        var released = ended.remove(which);
        if (released != null) {
            released.close();
        }
    }

    private void open() throws IOException {
        segment =
                FileChannel.open(
                        files.segment(number + 1),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
        number++;
        position = 0;
    }

    private void takeBack() {
        try {
            segment.truncate(position);
        } catch (IOException theDiskIsBroken) {
            end();
        }
    }

    private void end() {
        if (segment != null) {
            ended.put(number, segment);
        }
        segment = null;
        position = 0;
    }

    private void closeEnded() throws IOException {
        for (var each : ended.values()) {
            each.close();
        }
        ended.clear();
    }
}
