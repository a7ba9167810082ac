package dev.chipwise.ingest.http;

import com.github.luben.zstd.Zstd;
import dev.chipwise.schemas.domain.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Bodies that tests send. */
final class Sent {

    private Sent() {}

    /** A valid result without an id; equal numbers give equal texts. */
    static String result(int number) {
        return result(number, Integer.toString(1 + number));
    }

    /**
     * @param latency as it stands in the text
     */
    static String result(int number, String latency) {
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"benchmark\",\"occurred_at\":\"2026-02-%02dT10:00:00Z\",\"model\":\"m%d\",\"version\":\"v1\","
                        + "\"hardware\":{\"id\":\"cpu/acme/one\"},\"configuration\":{\"runtime\":\"tflite\"},"
                        + "\"metrics\":{\"latency_mean_ms\":%s}}",
                1 + number % 28,
                number,
                latency);
    }

    static String battery() {
        return "{\"kind\":\"battery\",\"occurred_at\":\"2026-02-01T10:00:00Z\",\"model\":\"m\",\"version\":\"v1\","
                + "\"hardware\":{\"id\":\"cpu/acme/one\"},\"configuration\":{\"runtime\":\"tflite\"},"
                + "\"procedure\":\"continuous\",\"method\":\"rail\",\"charging\":false,"
                + "\"metrics\":{\"power_avg_mw\":1200}}";
    }

    static String version(String tag) {
        return "{\"kind\":\"version\",\"occurred_at\":\"2026-02-01T10:00:00Z\",\"model\":\"m\",\"version\":\""
                + tag
                + "\"}";
    }

    static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(Sent::result)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String array(int count) {
        return IntStream.range(0, count)
                .mapToObj(Sent::result)
                .collect(Collectors.joining(",", "[", "]"));
    }

    static byte[] frame(Event event) {
        var bytes = Route.encode(event);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    static byte[] frames(Event... events) {
        var frames = new ByteArrayOutputStream();
        for (var event : events) {
            frames.writeBytes(frame(event));
        }
        return frames.toByteArray();
    }

    static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(packed)) {
            packing.write(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    static byte[] zstd(byte[] body) {
        return Zstd.compress(body);
    }
}
