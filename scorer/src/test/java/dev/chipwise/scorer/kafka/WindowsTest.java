package dev.chipwise.scorer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.schemas.domain.Subject;
import java.util.ArrayList;
import java.util.Random;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** What is held on the heap and what is read from the stores is the same, whatever arrived. */
class WindowsTest {

    private static final int SEEDS = 300;
    private static final int EVENTS = 60;
    private static final CellKey CELL = Events.run(1, "x", 10).subject().cell();

    private final MockProcessorContext<String, Object> context = EmptyTask.context();

    @Test
    void anInterruptionAtAnyTimeChangesNothing() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var interrupted = played(seed, 5);
            assertThat(interrupted.windows()).as("seed %d", seed).isEqualTo(held().windows());
            var uninterrupted = played(seed, Integer.MAX_VALUE);
            assertThat(interrupted.windows())
                    .as("seed %d", seed)
                    .isEqualTo(uninterrupted.windows());
            assertThat(interrupted.description())
                    .as("seed %d", seed)
                    .isEqualTo(uninterrupted.description());
        }
    }

    @Test
    void aSecondResultWithTheSameWordsWritesNoWords() {
        // Given
        clear();
        var windows = windows();
        file(windows, result(1, "1.0"));
        var written = store(Names.DESCRIPTIONS).get(CELL.topicKey());

        // When
        file(windows, result(2, "1.0"));

        // Then
        assertThat(store(Names.DESCRIPTIONS).get(CELL.topicKey())).isEqualTo(written);
        assertThat(held().description().eventId()).isEqualTo(id(2));
    }

    @Test
    void placesOfRunsThatFellOutAreUsedAgain() {
        clear();
        var windows = windows();
        for (int i = 1; i <= 20; i++) {
            file(windows, result(i, "1.0"));
        }
        assertThat(store(Names.RUNS).approximateNumEntries()).isEqualTo(Story.WINDOW);
    }

    /** Plays random events of one cell, and starts again from the stores after so many. */
    private HeldCell played(long seed, int events) {
        clear();
        var random = new Random(seed);
        var arrived = new ArrayList<Result>();
        var windows = windows();
        for (int i = 0; i < EVENTS; i++) {
            if (!arrived.isEmpty() && random.nextInt(4) == 0) {
                var retracted = arrived.get(random.nextInt(arrived.size()));
                retract(windows, Events.retraction(1_000 + i, retracted));
            } else {
                var result = result(random.nextInt(30), random.nextInt(3) == 0 ? "1.1" : "1.0");
                arrived.add(result);
                file(windows, result);
            }
            windows = i % events == events - 1 ? windows() : windows;
        }
        return windows.of(CELL);
    }

    private static void file(Windows windows, Result result) {
        var run = Run.of(result, Pipeline.CATALOG);
        windows.file(CELL, result.evidence(), run, CellDescription.of(result));
    }

    private static void retract(Windows windows, ResultRetraction retraction) {
        windows.takeBack(CELL, retraction.evidence(), Run.retracted(retraction));
    }

    private static Result result(long id, String runtimeVersion) {
        var run = Events.run(id, "x", 10);
        var plain = run.subject();
        var words = plain.configuration();
        var configuration =
                new Configuration(
                        words.runtime(),
                        runtimeVersion,
                        words.delegate(),
                        words.precision(),
                        words.quantization(),
                        words.batchSize(),
                        words.threads());
        var subject =
                new Subject(
                        plain.model(),
                        plain.version(),
                        plain.hardware(),
                        plain.workload(),
                        configuration);
        return Events.measured(run.envelope(), subject, run.measurements());
    }

    private static String id(long id) {
        return Events.run(id, "x", 10).envelope().eventId();
    }

    private HeldCell held() {
        return windows().of(CELL);
    }

    private Windows windows() {
        var whole = ScorerConfig.DEFAULT;
        return new Windows(
                context.getStateStore(Names.RUNS),
                context.getStateStore(Names.DESCRIPTIONS),
                new ScorerConfig(Story.WINDOW, whole.tick(), whole.rest(), 1, 1_000_000, 1));
    }

    private void clear() {
        clear(store(Names.RUNS));
        clear(store(Names.DESCRIPTIONS));
    }

    private static void clear(KeyValueStore<String, ?> store) {
        var keys = new ArrayList<String>();
        try (var entries = store.all()) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(store::delete);
    }

    private KeyValueStore<String, ?> store(String name) {
        return context.getStateStore(name);
    }
}
