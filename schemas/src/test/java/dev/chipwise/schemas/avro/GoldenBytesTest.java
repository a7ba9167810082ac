package dev.chipwise.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.avro.Kinds.Kind;
import dev.chipwise.schemas.domain.Canonical;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes written once by every published schema: whatever changes, they are read as the same record.
 */
class GoldenBytesTest {

    private static final long SEED = 7;

    static Stream<Arguments> versions() {
        return Kinds.all()
                .flatMap(
                        kind -> {
                            var versions = new ArrayList<Arguments>();
                            for (int version = 1;
                                    version <= History.of(kind.name()).size();
                                    version++) {
                                versions.add(Arguments.of(kind, version));
                            }
                            return versions.stream();
                        });
    }

    static Stream<Kind<?>> kinds() {
        return Kinds.all();
    }

    @ParameterizedTest(name = "{0} v{1}")
    @MethodSource("versions")
    <T> void bytesOfEveryVersionAreStillRead(Kind<T> kind, int version) throws IOException {
        var lines = golden(kind, version);
        var record = kind.codec().decode(HexFormat.of().parseHex(lines.get(0)));
        assertThat(words(record)).isEqualTo(lines.get(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void theNewestBytesAreStillWritten(Kind<T> kind) throws IOException {
        var hex = golden(kind, History.of(kind.name()).size()).get(0);
        var record = kind.codec().decode(HexFormat.of().parseHex(hex));
        assertThat(HexFormat.of().formatHex(kind.codec().encode(record))).isEqualTo(hex);
    }

    /** The bytes in hex, then the record in words. */
    private static <T> List<String> golden(Kind<T> kind, int version) throws IOException {
        var name = "golden/" + kind.name() + "/v" + version + ".txt";
        try (InputStream stream = GoldenBytesTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(() -> missing(name, kind)).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static <T> String missing(String name, Kind<T> kind) {
        var record = kind.random(SEED);
        var hex = HexFormat.of().formatHex(kind.codec().encode(record));
        return "%s is missing from src/test/resources/dev/chipwise/schemas/avro; these two lines are it:%n%s%n%s"
                .formatted(name, hex, words(record));
    }

    /**
     * One line; absent parts are not in it, so that a field added later does not change the words
     * of old bytes.
     */
    private static String words(Object record) {
        return Canonical.text((Record) record)
                .replaceAll("\\[B@[0-9a-f]+", "bytes")
                .replace("\n", "<newline>")
                .replace("\t", "<tab>")
                .replace("\0", "<nul>");
    }
}
