package dev.chipwise.ingest.publish.spool;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How an entry lies in a segment: length of the event, CRC32C over length and event, the event as
 * on the wire. All numbers are big-endian, 4 bytes.
 */
final class Frame {

    static final int HEAD = 2 * Integer.BYTES;

    private Frame() {}

    static ByteBuffer of(byte[] event) {
        var frame = ByteBuffer.allocate(HEAD + event.length);
        return frame.putInt(event.length)
                .putInt(checksum(event, 0, event.length))
                .put(event)
                .flip();
    }

    /** Where the entry that begins here ends, or -1 where no whole and undamaged one begins. */
    static int endAt(byte[] segment, int at) {
        if (segment.length - at <= HEAD) {
            return -1;
        }
        var head = ByteBuffer.wrap(segment, at, HEAD);
        int length = head.getInt();
        int checksum = head.getInt();
        if (length <= 0 || length > segment.length - at - HEAD) {
            return -1;
        }
        return checksum(segment, at + HEAD, length) == checksum ? at + HEAD + length : -1;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
