package dev.chipwise.schemas.avro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;

/**
 * A codec over Avro's single-object encoding: two marker bytes, the writer's schema fingerprint,
 * the body. Reads whatever any published schema wrote.
 *
 * @param <T> our record
 * @param <W> the generated class
 */
abstract class AvroCodec<T, W extends SpecificRecord> implements Codec<T> {

    private static final WireModel MODEL = new WireModel();
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};
    private static final int HEADER_BYTES = MARKER.length + Long.BYTES;

    /**
     * One decoder per thread: Streams shares a serde among its threads, and a decoder is not for
     * sharing.
     */
    private static final ThreadLocal<BytesDecoder> DECODER =
            ThreadLocal.withInitial(BytesDecoder::new);

    private final String name;
    private final long today;
    private final BinaryMessageEncoder<W> encoder;
    private final Map<Long, DatumReader<W>> readers = new HashMap<>();

    AvroCodec(String record, Schema current) {
        this(History.of(record), current);
    }

    AvroCodec(List<Schema> history, Schema current) {
        name = current.getName();
        today = SchemaNormalization.parsingFingerprint64(current);
        encoder = new BinaryMessageEncoder<>(MODEL, current);
        for (var written : history) {
            readers.put(
                    SchemaNormalization.parsingFingerprint64(written), reader(written, current));
        }
    }

    abstract W toWire(T record);

    abstract T fromWire(W wire);

    @Override
    public final byte[] encode(T record) {
        try {
            return encoder.encode(toWire(record)).array();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
    }

    @Override
    public final T decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MARKER[0] || bytes[1] != MARKER[1]) {
            throw unreadable("the bytes do not start with C3 01 and a schema fingerprint", null);
        }
        long fingerprint =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER.length);
        var reader = readers.get(fingerprint);
        if (reader == null) {
            throw unreadable("no schema known here has the fingerprint " + hex(fingerprint), null);
        }
        try {
            var decoder = DECODER.get().over(bytes, HEADER_BYTES);
            var record =
                    fingerprint == today ? read(decoder) : fromWire(reader.read(null, decoder));
            if (!decoder.isEnd()) {
                throw new IOException("bytes are left over after the record");
            }
            return record;
        } catch (IOException | RuntimeException e) {
            throw unreadable(
                    "the body does not fit its schema, fingerprint " + hex(fingerprint), e);
        }
    }

    /** Reads what today's schema wrote; a record that is read very often does so by hand. */
    T read(BytesDecoder body) throws IOException {
        return fromWire(readers.get(today).read(null, body));
    }

    @SuppressWarnings("unchecked")
    private static <W> DatumReader<W> reader(Schema written, Schema current) {
        return (DatumReader<W>) MODEL.createDatumReader(written, current);
    }

    private UnreadableRecord unreadable(String why, Exception cause) {
        return new UnreadableRecord(
                "not a " + name + ": " + why + (cause == null ? "" : ": " + cause.getMessage()),
                cause);
    }

    private static String hex(long fingerprint) {
        return "0x" + Long.toHexString(fingerprint);
    }
}
