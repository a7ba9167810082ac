package dev.chipwise.schemas.samples;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Ci;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Random values and parts of records, with absent fields, odd text and extreme numbers; a seed
 * gives the same ones again.
 */
public final class RandomParts {

    private static final List<String> ODD_TEXT =
            List.of("", " ", "|", "%", "a|b%7c", "Größe ∞ 🚀", "\u0000\n\t", "x".repeat(300));
    private static final List<Double> EXTREME_NUMBERS =
            List.of(
                    0.0,
                    -0.0,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE,
                    Double.NaN,
                    Double.NEGATIVE_INFINITY);
    private static final long MICROS_AROUND_1970 = 4_000_000_000_000_000L;

    private final Random random;

    public RandomParts(Random random) {
        this.random = random;
    }

    public String text() {
        return random.nextInt(4) == 0
                ? ODD_TEXT.get(random.nextInt(ODD_TEXT.size()))
                : Integer.toString(random.nextInt(1_000_000), 36);
    }

    public double number() {
        return random.nextInt(8) == 0
                ? EXTREME_NUMBERS.get(random.nextInt(EXTREME_NUMBERS.size()))
                : StrictMath.exp(random.nextGaussian() * 5);
    }

    public int count() {
        return random.nextInt(1000);
    }

    public boolean coin() {
        return random.nextBoolean();
    }

    public <T> T orNull(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    public <T> List<T> list(Supplier<T> element) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(element.get());
        }
        return list;
    }

    public <T> SortedMap<String, T> map(Supplier<T> value) {
        var map = new TreeMap<String, T>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(), value.get());
        }
        return map;
    }

    public <E extends Enum<E>> E constant(Class<E> type) {
        var constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    public byte[] bytes() {
        var bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Any microsecond between 1843 and 2096. */
    public Instant instant() {
        return Instant.EPOCH.plus(random.nextLong() % MICROS_AROUND_1970, ChronoUnit.MICROS);
    }

    public String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    public Envelope envelope() {
        return new Envelope(uuid(), instant(), source(), orNull(this::ci), map(this::text));
    }

    public Subject subject() {
        return new Subject(model(), version(), hardware(), workload(), configuration());
    }

    public Model model() {
        return new Model(
                text(),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::number));
    }

    public Version version() {
        return new Version(text(), orNull(this::text), orNull(this::text));
    }

    public Hardware hardware() {
        return new Hardware(
                text(),
                text(),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::number));
    }

    public Workload workload() {
        return new Workload(text(), text(), orNull(this::text), orNull(this::count));
    }

    public Configuration configuration() {
        return new Configuration(
                text(),
                orNull(this::text),
                orNull(this::text),
                text(),
                orNull(this::text),
                count(),
                orNull(this::count));
    }

    public BoardKey board() {
        return new BoardKey(text(), text(), text());
    }

    public CellKey cell() {
        return new CellKey(board(), text(), text());
    }

    private Source source() {
        return new Source(
                constant(Source.Kind.class),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text));
    }

    private Ci ci() {
        return new Ci(
                text(),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text),
                orNull(this::text));
    }
}
