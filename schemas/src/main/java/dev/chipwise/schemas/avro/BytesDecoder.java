package dev.chipwise.schemas.avro;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary encoding, read from an array. Unlike Avro's own reader it shares strings between
 * records. Believes no length: what is not there is the end of the bytes. For one thread.
 */
final class BytesDecoder extends Decoder {

    private static final int LONGEST_VARINT = 10;

    private final SharedStrings strings = new SharedStrings();
    private byte[] bytes;
    private int at;

    /** Starts to read these bytes from a position. */
    BytesDecoder over(byte[] record, int start) {
        bytes = record;
        at = start;
        return this;
    }

    boolean isEnd() {
        return at == bytes.length;
    }

    @Override
    public int remainingBytes() {
        return bytes.length - at;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        return bytes[skip(1)] == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readLong();
        if (value != (int) value) {
            throw new IOException("no int: " + value);
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        long zigzag = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            byte next = bytes[skip(1)];
            zigzag |= (next & 0x7FL) << (7 * i);
            if (next >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new IOException("a number of more than ten bytes");
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat((int) littleEndian(Float.BYTES));
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble(littleEndian(Double.BYTES));
    }

    private long littleEndian(int count) throws IOException {
        int start = skip(count);
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << Byte.SIZE | (bytes[start + i] & 0xFF);
        }
        return value;
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        int length = readLength();
        return strings.decode(bytes, skip(length), length);
    }

    /** A string that hardly any other record repeats, such as an id. */
    String readUniqueString() throws IOException {
        int length = readLength();
        return new String(bytes, skip(length), length, StandardCharsets.UTF_8);
    }

    @Override
    public void skipString() throws IOException {
        skip(readLength());
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        var read = new byte[readLength()];
        readFixed(read, 0, read.length);
        return ByteBuffer.wrap(read);
    }

    @Override
    public void skipBytes() throws IOException {
        skip(readLength());
    }

    @Override
    public void readFixed(byte[] into, int start, int length) throws IOException {
        System.arraycopy(bytes, skip(length), into, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        skip(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return readBlock();
    }

    @Override
    public long arrayNext() throws IOException {
        return readBlock();
    }

    @Override
    public long skipArray() throws IOException {
        return skipBlocks();
    }

    @Override
    public long readMapStart() throws IOException {
        return readBlock();
    }

    @Override
    public long mapNext() throws IOException {
        return readBlock();
    }

    @Override
    public long skipMap() throws IOException {
        return skipBlocks();
    }

    /** How many items follow; one takes at least a byte. A negative count is led by its size. */
    private long readBlock() throws IOException {
        long count = readLong();
        if (count < 0) {
            readLong();
            count = -count;
        }
        if (count < 0 || count > remainingBytes()) {
            throw new EOFException(count + " items in " + remainingBytes() + " bytes");
        }
        return count;
    }

    /** The items of the next block that does not say its size, which the caller has to skip. */
    private long skipBlocks() throws IOException {
        long count = readLong();
        while (count < 0) {
            skip(readLength());
            count = readLong();
        }
        return count;
    }

    private int readLength() throws IOException {
        long length = readLong();
        if (length < 0 || length > remainingBytes()) {
            throw new EOFException(length + " bytes of " + remainingBytes());
        }
        return (int) length;
    }

    /** Where these bytes start. */
    private int skip(int count) throws IOException {
        if (count < 0 || count > remainingBytes()) {
            throw new EOFException(count + " bytes of " + remainingBytes());
        }
        int start = at;
        at += count;
        return start;
    }
}
