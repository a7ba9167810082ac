package dev.chipwise.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.avro.Kinds.Kind;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {

    private static final int SEEDS = 200;
    private static final int THREADS = 4;

    static Stream<Kind<?>> kinds() {
        return Kinds.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void readsWhatItWrote(Kind<T> kind) {
        for (long seed = 0; seed < SEEDS; seed++) {
            var record = kind.random(seed);
            assertThat(kind.codec().decode(kind.codec().encode(record)))
                    .as("seed %d", seed)
                    .isEqualTo(record);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void writesEqualRecordsAsEqualBytes(Kind<T> kind) {
        for (long seed = 0; seed < SEEDS; seed++) {
            var bytes = kind.codec().encode(kind.random(seed));
            assertThat(kind.codec().encode(kind.random(seed))).as("seed %d", seed).isEqualTo(bytes);
            assertThat(kind.codec().encode(kind.codec().decode(bytes)))
                    .as("seed %d", seed)
                    .isEqualTo(bytes);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    <T> void servesManyThreadsAtOnce(Kind<T> kind) throws InterruptedException, ExecutionException {
        // Given
        Callable<Boolean> roundTrips =
                () -> IntStream.range(0, SEEDS).allMatch(seed -> survives(kind, kind.random(seed)));
        var threads = Executors.newFixedThreadPool(THREADS);

        // When
        var outcomes = new ArrayList<Future<Boolean>>();
        for (int i = 0; i < THREADS; i++) {
            outcomes.add(threads.submit(roundTrips));
        }
        threads.shutdown();

        // Then
        for (var outcome : outcomes) {
            assertThat(outcome.get()).isTrue();
        }
    }

    private static <T> boolean survives(Kind<T> kind, T record) {
        return kind.codec().decode(kind.codec().encode(record)).equals(record);
    }
}
