package dev.chipwise.deploy.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An answer as it came, to be looked at when the clock has stopped.
 *
 * @param retryAfter seconds after which to ask again, or 0 where it does not say so
 */
record HttpAnswer(int status, int retryAfter, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ACCEPTED = 202;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;
    private static final int LONGEST_LINE = 8 << 10;

    /**
     * Reads one answer and nothing behind it.
     *
     * @throws IOException when the connection ends before it, or it is no HTTP/1.1
     */
    static HttpAnswer read(InputStream in) throws IOException {
        var first = line(in).split(" ", 3);
        if (first.length < 2 || !first[0].equals("HTTP/1.1")) {
            throw new IOException("not an HTTP/1.1 answer: " + String.join(" ", first));
        }
        var headers = headers(in);
        return new HttpAnswer(
                Integer.parseInt(first[1]),
                Integer.parseInt(headers.getOrDefault("retry-after", "0")),
                headers.getOrDefault("transfer-encoding", "").equals("chunked")
                        ? chunks(in)
                        : exactly(
                                in, Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var parts = header.split(":", 2);
            headers.put(
                    parts[0].toLowerCase(Locale.ROOT), parts.length < 2 ? "" : parts[1].strip());
        }
        return headers;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = chunk(in); length > 0; length = chunk(in)) {
            body.writeBytes(exactly(in, length));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within an answer");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == LONGEST_LINE) {
                throw new EOFException("the connection ended instead of an answer");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Whether nothing of the request was taken, and all of it may be later. */
    boolean isForLater() {
        return (status == BUSY || status == TOO_MANY) && retryAfter > 0 && !json().has("records");
    }

    /**
     * Returns when it says of each record of that request that it is accepted.
     *
     * @throws IllegalStateException when it does not
     */
    void requireAccepted(Post post) {
        var records = json().path("records");
        boolean isWhole = status == ACCEPTED && records.size() == post.eventIds().size();
        for (int i = 0; isWhole && i < records.size(); i++) {
            var record = records.get(i);
            isWhole =
                    record.path("status").asText().equals("accepted")
                            && record.path("event_id").asText().equals(post.eventIds().get(i));
        }
        if (!isWhole) {
            throw new IllegalStateException(
                    "the gateway did not accept all of a request: HTTP "
                            + status
                            + " "
                            + new String(body, StandardCharsets.UTF_8));
        }
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }
}
