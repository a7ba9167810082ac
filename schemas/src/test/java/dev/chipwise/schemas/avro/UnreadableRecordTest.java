package dev.chipwise.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.chipwise.schemas.avro.Kinds.Kind;
import dev.chipwise.schemas.samples.Samples;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableRecordTest {

    private static final int SEEDS = 300;
    private static final int HEADER_BYTES = 10;

    static Stream<Kind<?>> kinds() {
        return Kinds.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void refusesEveryTruncation(Kind<T> kind) {
        var bytes = kind.codec().encode(kind.random(1));
        for (int length = 0; length < bytes.length; length++) {
            assertThat(outcomeOf(kind, Arrays.copyOf(bytes, length)))
                    .as("first %d of %d bytes", length, bytes.length)
                    .isInstanceOf(UnreadableRecord.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void refusesBytesAfterTheRecord(Kind<T> kind) {
        var bytes = kind.codec().encode(kind.random(1));
        assertThat(outcomeOf(kind, Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(UnreadableRecord.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void neverFailsOtherwiseOnGarbage(Kind<T> kind) {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var bytes = kind.codec().encode(kind.random(seed));
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertReadOrRefused(kind, bytes, seed);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void neverFailsOtherwiseOnAnyBodyBehindAGoodHeader(Kind<T> kind) {
        var good = kind.codec().encode(kind.random(1));
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var bytes = new byte[HEADER_BYTES + random.nextInt(200)];
            random.nextBytes(bytes);
            System.arraycopy(good, 0, bytes, 0, HEADER_BYTES);
            assertReadOrRefused(kind, bytes, seed);
        }
    }

    /**
     * The largest length that five bytes can say: what a reader that believes it would allocate.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void neverAllocatesWhatALengthClaims(Kind<T> kind) {
        var huge = new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
        var good = kind.codec().encode(kind.random(1));
        for (int at = HEADER_BYTES; at < good.length; at++) {
            var bytes = Arrays.copyOf(good, Math.max(good.length, at + huge.length));
            System.arraycopy(huge, 0, bytes, at, huge.length);
            assertReadOrRefused(kind, bytes, at);
        }
    }

    @Test
    void saysWhichKindAndFingerprint() {
        var bytes = Codecs.benchmarkResult().encode(Samples.benchmark(1));
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> Codecs.batteryResult().decode(bytes))
                .withMessageMatching(
                        "not a BatteryResultV1: no schema known here has the fingerprint 0x[0-9a-f]+");
    }

    @Test
    void saysWhatIsNoAvroAtAll() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> Codecs.run().decode("{\"event_id\":\"x\"}".getBytes()))
                .withMessageContaining("not a RunV1: the bytes do not start with C3 01");
    }

    private static void assertReadOrRefused(Kind<?> kind, byte[] bytes, long seed) {
        var outcome = outcomeOf(kind, bytes);
        if (outcome != null) {
            assertThat(outcome).as("seed %d", seed).isInstanceOf(UnreadableRecord.class);
        }
    }

    private static Throwable outcomeOf(Kind<?> kind, byte[] bytes) {
        return catchThrowable(() -> kind.codec().decode(bytes));
    }
}
