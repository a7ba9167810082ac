package dev.chipwise.scorer.kafka;

import static dev.chipwise.scorer.kafka.Events.NOON;
import static dev.chipwise.scorer.kafka.Events.envelope;
import static dev.chipwise.scorer.kafka.Events.measured;
import static dev.chipwise.scorer.kafka.Events.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Recommendation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecomputationTest {

    private static final int PROFILES = Pipeline.CATALOG.profiles().size();

    private final Heard heard = new Heard();

    @TempDir Path state;

    @Test
    void aFloodCostsOneRecomputationPerBoardAndTick() {
        try (var pipeline = Pipeline.start(ScorerConfig.DEFAULT, heard, state)) {
            // When
            LongStream.range(0, 1000)
                    .forEach(i -> pipeline.publish(Events.run(i, "x" + i % 5, 10 + i)));
            pipeline.tick();

            // Then
            assertThat(heard.scored).hasSize(1);
            assertThat(pipeline.cells()).hasSize(5);
            assertThat(pipeline.scores()).hasSize(5);
            assertThat(pipeline.recommendations()).hasSize(PROFILES);
        }
    }

    @Test
    void publishesNothingThatHasNotChanged() {
        try (var pipeline = Pipeline.start(ScorerConfig.DEFAULT, heard, state)) {
            // Given
            var run = Events.run(1, "x1", 10);
            pipeline.publish(run);
            pipeline.tick();
            pipeline.drainInto(Tables.empty());

            // When
            pipeline.publish(run);
            pipeline.tick();

            // Then
            assertThat(heard.unchanged).containsExactly("benchmark.result.v1");
            assertThat(pipeline.cells()).isEmpty();
            assertThat(pipeline.scores()).isEmpty();
            assertThat(pipeline.recommendations()).isEmpty();
        }
    }

    @Test
    void aBoardWhoseNameBeginsAlikeIsLeftAlone() {
        try (var pipeline = Pipeline.start(ScorerConfig.DEFAULT, heard, state)) {
            // Given
            var tables = Tables.empty();
            var run = Events.run(1, "x1", 10);
            var longer = Events.inCase(subject("m", "v1", "x2"), "classify-long");
            pipeline.publish(measured(envelope(2, NOON), longer, Events.speed(5)));
            pipeline.publish(run);
            pipeline.tick();

            // When
            pipeline.publish(Events.retraction(3, run));
            pipeline.tick();

            // Then
            pipeline.drainInto(tables);
            assertThat(tables.cells()).containsOnlyKeys(longer.cell().topicKey());
            assertThat(tables.scores()).containsOnlyKeys(longer.board().hardwareKey("npu/acme/x2"));
            assertThat(tables.recommendations()).hasSize(PROFILES);
            assertThat(tables.scores().values())
                    .extracting(score -> score.profiles().get(0).score())
                    .containsExactly(1.0);
        }
    }

    @Test
    void numbersTheRecordsOfAKey() {
        try (var pipeline = Pipeline.start(state)) {
            for (int i = 1; i <= 4; i++) {
                pipeline.publish(Events.run(i, "x" + i, 10 + i));
                pipeline.tick();
            }
            var news =
                    pipeline.recommendations().stream()
                            .filter(entry -> entry.getKey().endsWith("|balanced"))
                            .map(entry -> entry.getValue().news())
                            .toList();
            assertThat(news)
                    .extracting(Recommendation.News::sequence)
                    .containsExactly(1L, 2L, 3L, 4L);
            assertThat(news.get(0).material()).isTrue();
        }
    }

    @Test
    void takesEverythingBackWhenTheLastRunIsRetracted() {
        try (var pipeline = Pipeline.start(state)) {
            // Given
            var tables = Tables.empty();
            var run = Events.run(1, "x1", 10);
            pipeline.publish(run);
            pipeline.tick();
            pipeline.drainInto(tables);
            assertThat(tables.recommendations()).hasSize(PROFILES);

            // When
            pipeline.publish(Events.retraction(2, run));
            pipeline.tick();

            // Then
            pipeline.drainInto(tables);
            assertThat(tables).isEqualTo(Tables.empty());
        }
    }

    @Test
    void takesOneHardwareBackAndRanksTheRest() {
        try (var pipeline = Pipeline.start(state)) {
            // Given
            var tables = Tables.empty();
            var fast = Events.run(1, "fast", 5);
            pipeline.publish(fast);
            pipeline.publish(Events.run(2, "slow", 10));
            pipeline.tick();
            pipeline.drainInto(tables);

            // When
            pipeline.publish(Events.retraction(3, fast));
            pipeline.tick();

            // Then
            pipeline.drainInto(tables);
            assertThat(tables.scores().values())
                    .extracting(score -> score.hardware().device())
                    .containsExactly("slow");
            assertThat(tables.recommendations().values())
                    .allSatisfy(r -> assertThat(r.ranked()).hasSize(1));
        }
    }

    @Test
    void boardsBeyondATicksShareWaitForTheNext() {
        var config = config(32, 2, 100);
        try (var pipeline = Pipeline.start(config, heard, state)) {
            // Given
            for (int i = 1; i <= 5; i++) {
                pipeline.publish(
                        measured(envelope(i, NOON), subject("m", "v" + i, "x"), Events.speed(5)));
            }

            // When
            pipeline.tick();
            pipeline.tick();
            pipeline.publish(Events.run(6, "x", 7));
            pipeline.tick();

            // Then
            assertThat(heard.scored)
                    .extracting("version")
                    .containsExactly("v1", "v2", "v3", "v4", "v5", "v1");
        }
    }

    @Test
    void aSmallCacheScoresTheSame() {
        var tiny = Tables.empty();
        var roomy = Tables.empty();
        for (var sized : List.of(Map.entry(tiny, 1), Map.entry(roomy, 10_000))) {
            var config = config(4, 10, sized.getValue());
            try (var pipeline = Pipeline.start(config, heard, state)) {
                LongStream.range(0, 60)
                        .forEach(
                                i -> pipeline.publish(Events.run(i * 7 % 60, "x" + i % 3, 10 + i)));
                pipeline.tick();
                pipeline.drainInto(sized.getKey());
            }
        }
        assertThat(tiny).isEqualTo(roomy);
        assertThat(tiny.cells().values())
                .allSatisfy(cell -> assertThat(cell.counts().runs()).isEqualTo(4));
    }

    @Test
    void forgetsRunsThatFellOutOfTheirWindow() {
        var memory = new Memory();
        var config = config(4, 10, 1_000);
        try (var pipeline = Pipeline.start(config, memory, state)) {
            LongStream.range(0, 60).forEach(i -> pipeline.publish(Events.run(i, "x", 10)));
            pipeline.tick();
        }
        assertThat(memory.entries(Names.RUNS)).isEqualTo(4);
        assertThat(memory.entries(Names.DIRTY)).isZero();
    }

    @Test
    void aQuietBoardDoesNotWaitForABusyOneToRest() {
        try (var pipeline = Pipeline.start(ScorerConfig.DEFAULT, heard, state)) {
            // Given
            pipeline.publish(Events.run(1, "x", 7));
            pipeline.tick();

            // When
            pipeline.publish(Events.run(2, "x", 7));
            pipeline.publish(measured(envelope(3, NOON), subject("m", "v2", "x"), Events.speed(5)));
            pipeline.shortTick();
            pipeline.shortTick();

            // Then
            assertThat(heard.scored).extracting("version").containsExactly("v1", "v2");
            pipeline.tick();
            assertThat(heard.scored).extracting("version").containsExactly("v1", "v2", "v1");
        }
    }

    private static ScorerConfig config(int window, int boardsPerTick, int cacheBytes) {
        var whole = ScorerConfig.DEFAULT;
        return new ScorerConfig(
                window, whole.tick(), whole.rest(), boardsPerTick, cacheBytes, cacheBytes);
    }
}
