package dev.chipwise.schemas.samples;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Does to bytes, by seed, what broken senders and hostile ones do to them. */
public final class Mangler {

    /** What parsers trip over. */
    private static final List<String> NASTY =
            List.of(
                    "null",
                    "-0",
                    "1e999",
                    "-1e-999",
                    "1e",
                    "1e999999999",
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
                    "<!--",
                    "&amp;",
                    ": &a *a\n- ",
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

    /** A text in quotes, with a colon behind it where it names a field, or a number. */
    private static final Pattern VALUE =
            Pattern.compile("\"[^\"\\\\]*\"(\\s*:)?|(?<=[:\\[,] ?)-?\\d+(\\.\\d+)?(?=[,}\\]\\s])");

    private static final List<String> NUMBERS =
            List.of("-1", "0", "-0.0", "1e999", "1e308", "1e-320", "9999999999999", "1.5", "NaN");

    /** What rules are there to refuse. */
    private static final List<String> WORDS =
            List.of(
                    "2999-01-01T00:00:00Z",
                    "1970-01-01",
                    "NaN",
                    "s",
                    "uJ",
                    "us",
                    "failed",
                    "mock",
                    "cpu/acme/two",
                    "beauty",
                    "int4",
                    "",
                    " ",
                    "a|b%7c/c",
                    "x".repeat(300),
                    "\\u0001");

    private static final int LONGEST_PIECE = 40;
    private static final int MOST_CHANGES = 4;

    private final SplittableRandom random;

    public Mangler(SplittableRandom random) {
        this.random = random;
    }

    public byte[] noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** A few places cut, doubled, changed, or with something in between that belongs nowhere. */
    public byte[] mangled(byte[] whole) {
        var bytes = whole;
        for (int i = random.nextInt(MOST_CHANGES); i >= 0 && bytes.length > 0; i--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    /** A few values of a text exchanged for others, so that it can still be read. */
    public byte[] reworded(byte[] whole) {
        var text = new String(whole, StandardCharsets.UTF_8);
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            var values = VALUE.matcher(text).results().filter(it -> it.group(1) == null).toList();
            if (!values.isEmpty()) {
                var value = values.get(random.nextInt(values.size()));
                text =
                        text.substring(0, value.start())
                                + other(value)
                                + text.substring(value.end());
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String other(MatchResult value) {
        return value.group().startsWith("\"") ? '"' + any(WORDS) + '"' : any(NUMBERS);
    }

    private String any(List<String> many) {
        return many.get(random.nextInt(many.size()));
    }

    /** A few bits turned over, as long as before. */
    public byte[] flipped(byte[] whole) {
        var bytes = whole.clone();
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int end = at + random.nextInt(Math.min(LONGEST_PIECE, bytes.length - at));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, at, at, nasty());
            case 1 -> spliced(bytes, at, end, nasty());
            case 2 -> spliced(bytes, at, end, new byte[0]);
            case 3 -> spliced(bytes, at, at + 1, noise(1));
            case 4 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            default -> Arrays.copyOf(bytes, at);
        };
    }

    private byte[] nasty() {
        return any(NASTY).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] other) {
        var all = new byte[from + other.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(other, 0, all, from, other.length);
        System.arraycopy(bytes, to, all, from + other.length, bytes.length - to);
        return all;
    }
}
