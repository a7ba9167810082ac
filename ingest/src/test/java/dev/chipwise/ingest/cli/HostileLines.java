package dev.chipwise.ingest.cli;

import dev.chipwise.schemas.samples.Mangler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** Records in our own format, of every kind, most of them with something wrong; without end. */
final class HostileLines {

    private static final String SAMPLE = "hostile/own/results.jsonl";
    private static final int LONGEST_NOISE = 2_000;

    private final List<byte[]> whole = whole();
    private final SplittableRandom random;
    private final Mangler mangler;

    HostileLines(SplittableRandom random) {
        this.random = random;
        mangler = new Mangler(random);
    }

    byte[] next() {
        return wrong(valid(random.nextInt(whole.size())));
    }

    /** One that nothing is wrong with. */
    byte[] valid(int number) {
        return whole.get(number);
    }

    /** What may become of a text; sometimes nothing. */
    byte[] wrong(byte[] text) {
        return switch (random.nextInt(16)) {
            case 0 -> mangler.noise(random.nextInt(LONGEST_NOISE));
            case 1, 2 -> text;
            case 3, 4, 5, 6, 7, 8, 9 -> mangler.reworded(text);
            default -> mangler.mangled(text);
        };
    }

    private static List<byte[]> whole() {
        try (var bytes = HostileLines.class.getResourceAsStream(SAMPLE)) {
            var text =
                    new String(
                            Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
