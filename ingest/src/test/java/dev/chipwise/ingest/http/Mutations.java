package dev.chipwise.ingest.http;

import dev.chipwise.ingest.publish.ResultSamples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Bodies as nobody should send them: noise, and valid ones with something wrong. */
final class Mutations {

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/x-ndjson",
                    "application/avro",
                    "application/vnd.chipwise.avro-frames");
    private static final List<String> NASTY =
            List.of(
                    "null",
                    "-0",
                    "1e999",
                    "-1e-999",
                    "1e",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "[]",
                    "{}",
                    "99999999999999999999",
                    "true",
                    "\"",
                    "\\",
                    "NaN",
                    "[[[[[[[[",
                    "}}}}",
                    ",,",
                    "\n",
                    "\r",
                    "\u0000",
                    "\uFEFF",
                    "\u202E",
                    "\uD83D\uDE00",
                    "{\"a\":1,\"a\":2}",
                    "\"9999-99-99T99:99:99Z\"",
                    "\"+1000000000-12-31T23:59:59Z\"",
                    "0.1e+308");

    private final SplittableRandom random;

    Mutations(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * What is posted.
     *
     * @param type a media type, which need not be that of the body
     * @param encoding a Content-Encoding, or an empty text
     */
    record Body(Route route, String type, String encoding, byte[] bytes) {}

    Body next() {
        var type = TYPES.get(random.nextInt(TYPES.size()));
        var bytes = random.nextInt(10) == 0 ? noise(random.nextInt(400)) : mutated(valid(type));
        var encoding = random.nextInt(8);
        if (encoding == 0) {
            var packed = Sent.gzip(bytes);
            return body(type, "gzip", random.nextBoolean() ? packed : mutated(packed));
        }
        if (encoding == 1) {
            var packed = Sent.zstd(bytes);
            return body(type, "zstd", random.nextBoolean() ? packed : mutated(packed));
        }
        return body(type, "", bytes);
    }

    private Body body(String type, String encoding, byte[] bytes) {
        var routes = Route.values();
        return new Body(routes[random.nextInt(routes.length)], type, encoding, bytes);
    }

    private byte[] valid(String type) {
        int number = random.nextInt(1000);
        return switch (TYPES.indexOf(type)) {
            case 0 -> random.nextBoolean() ? text(Sent.array(3)) : text(json(number));
            case 1 -> text(json(number) + "\n" + json(number + 1) + "\r\n" + json(number + 2));
            case 2 -> Route.encode(ResultSamples.result(number));
            default -> Sent.frames(ResultSamples.result(number), ResultSamples.result(number + 1));
        };
    }

    private String json(int number) {
        return switch (random.nextInt(4)) {
            case 0 -> Sent.battery();
            case 1 -> Sent.version("v" + number);
            default -> Sent.result(number);
        };
    }

    private byte[] mutated(byte[] valid) {
        var bytes = valid;
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int end = at + random.nextInt(Math.min(40, bytes.length - at));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, at, at, text(NASTY.get(random.nextInt(NASTY.size()))));
            case 1 -> spliced(bytes, at, end, text(NASTY.get(random.nextInt(NASTY.size()))));
            case 2 -> spliced(bytes, at, end, new byte[0]);
            case 3 -> spliced(bytes, at, at + 1, noise(1));
            case 4 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            default -> Arrays.copyOf(bytes, at);
        };
    }

    byte[] noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] other) {
        var all = new byte[from + other.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(other, 0, all, from, other.length);
        System.arraycopy(bytes, to, all, from + other.length, bytes.length - to);
        return all;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
