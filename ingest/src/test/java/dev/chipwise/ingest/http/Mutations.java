package dev.chipwise.ingest.http;

import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.schemas.samples.Mangler;
import java.nio.charset.StandardCharsets;
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

    private final SplittableRandom random;
    private final Mangler mangler;

    Mutations(long seed) {
        random = new SplittableRandom(seed);
        mangler = new Mangler(random);
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
        var bytes =
                random.nextInt(10) == 0
                        ? mangler.noise(random.nextInt(400))
                        : wrong(type, valid(type));
        var encoding = random.nextInt(8);
        if (encoding == 0) {
            var packed = Sent.gzip(bytes);
            return body(type, "gzip", random.nextBoolean() ? packed : mangler.mangled(packed));
        }
        if (encoding == 1) {
            var packed = Sent.zstd(bytes);
            return body(type, "zstd", random.nextBoolean() ? packed : mangler.mangled(packed));
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

    private byte[] wrong(String type, byte[] valid) {
        boolean isText = TYPES.indexOf(type) < 2;
        return isText && random.nextInt(3) == 0 ? mangler.reworded(valid) : mangler.mangled(valid);
    }

    private String json(int number) {
        return switch (random.nextInt(4)) {
            case 0 -> Sent.battery();
            case 1 -> Sent.version("v" + number);
            default -> Sent.result(number);
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
