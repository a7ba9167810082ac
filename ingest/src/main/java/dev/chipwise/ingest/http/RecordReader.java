package dev.chipwise.ingest.http;

import dev.chipwise.ingest.adapter.Format;
import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.adapter.Input;
import dev.chipwise.ingest.adapter.Parsed;
import dev.chipwise.ingest.adapter.Where;
import dev.chipwise.schemas.avro.UnreadableRecord;
import dev.chipwise.schemas.domain.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the records of a body one after the other; only one is in memory at a time. */
final class RecordReader {

    /** More than any topic takes. */
    private static final int LARGEST_AVRO = 4 << 20;

    private final Format own;

    /**
     * @param own our own JSON
     */
    RecordReader(Format own) {
        this.own = own;
    }

    /** Hands over every record, and what is none. */
    void read(
            InputStream body,
            MediaType type,
            Route route,
            ImportContext context,
            Consumer<Parsed> to)
            throws IOException {
        switch (type) {
            case JSON -> json(body, "body.json", context, to);
            case NDJSON, JSONL, NEWLINE_JSON -> json(body, "body.ndjson", context, to);
            case AVRO -> to.accept(avro(body.readNBytes(LARGEST_AVRO + 1), route));
            case AVRO_FRAMES -> frames(body, route, to);
        }
    }

    private void json(InputStream body, String name, ImportContext context, Consumer<Parsed> to)
            throws IOException {
        var text = new InputStreamReader(body, StandardCharsets.UTF_8);
        own.read(new Input(name, "", text, context), to);
    }

    private static Parsed avro(byte[] bytes, Route route) {
        if (bytes.length > LARGEST_AVRO) {
            return unreadable(
                    Reason.OVERSIZED, "a record has more than " + LARGEST_AVRO + " bytes");
        }
        try {
            return new Parsed.ParsedEvent(route.decode(bytes), nowhere());
        } catch (UnreadableRecord e) {
            return unreadable(Reason.UNREADABLE, e.getMessage());
        }
    }

    private static void frames(InputStream body, Route route, Consumer<Parsed> to)
            throws IOException {
        for (int first = body.read(); first >= 0; first = body.read()) {
            var rest = body.readNBytes(Integer.BYTES - 1);
            if (rest.length < Integer.BYTES - 1) {
                to.accept(unreadable(Reason.UNREADABLE, "the body ends within a length"));
                return;
            }
            long length = Integer.toUnsignedLong(length(first, rest));
            if (length > LARGEST_AVRO) {
                var most = "; at most " + LARGEST_AVRO + " are read";
                to.accept(unreadable(Reason.OVERSIZED, "a record of " + length + " bytes" + most));
                skip(body, length);
                continue;
            }
            var bytes = body.readNBytes((int) length);
            to.accept(
                    bytes.length == length
                            ? avro(bytes, route)
                            : unreadable(Reason.UNREADABLE, "the body ends within a record"));
        }
    }

    private static void skip(InputStream body, long length) throws IOException {
        try {
            body.skipNBytes(length);
        } catch (EOFException end) {
            return; // The record that ends too early is refused for its size already.
        }
    }

    private static int length(int first, byte[] rest) {
        return first << 24 | (rest[0] & 0xFF) << 16 | (rest[1] & 0xFF) << 8 | (rest[2] & 0xFF);
    }

    private static Parsed unreadable(Reason reason, String detail) {
        return new Parsed.Unreadable(nowhere(), reason, detail);
    }

    private static Where nowhere() {
        return new Where("body", 0, "");
    }
}
