package dev.chipwise.scorer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the topics end up holding depends on which events there are, and on nothing else. */
class SetOfEventsTest {

    private static final int SEEDS = 200;

    /** From caches that hold nothing to such that never forget. */
    private static final List<Integer> CACHE_BYTES = List.of(1, 30_000, 10_000_000);

    private ScorerConfig config;

    @TempDir Path directory;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsInWhatScoringTheSetAtOnceGives(long seed) {
        var story = new Story(seed);
        int bytes = CACHE_BYTES.get((int) seed % CACHE_BYTES.size());
        config =
                new ScorerConfig(
                        Story.WINDOW,
                        ScorerConfig.DEFAULT.tick(),
                        ScorerConfig.DEFAULT.rest(),
                        2,
                        bytes,
                        bytes);
        var expected = story.scoredAtOnce();
        var order = story.random();
        assertThat(expected.cells()).isNotEmpty();

        assertThat(inOnePartition(story.arriving(), order)).as("one partition").isEqualTo(expected);
        assertThat(inTwoPartitions(story.arriving(), order)).as("two").isEqualTo(expected);
        assertThat(restarted(story.arriving(), order)).as("restarted").isEqualTo(expected);
        assertThat(replayed(story.arriving(), order)).as("replayed").isEqualTo(expected);
    }

    private Tables inOnePartition(List<Event> events, Random ticks) {
        try (var pipeline = Pipeline.start(config, new Memory(), directory)) {
            return finish(play(pipeline, events, ticks), Tables.empty());
        }
    }

    private Tables inTwoPartitions(List<Event> events, Random ticks) {
        var one = events.stream().filter(event -> event.modelName().equals("m")).toList();
        var other = events.stream().filter(event -> !event.modelName().equals("m")).toList();
        return inOnePartition(one, ticks).plus(inOnePartition(other, ticks));
    }

    /**
     * Stops in the middle, whatever is still to be recomputed, and goes on with the state it has.
     */
    private Tables restarted(List<Event> events, Random ticks) {
        var state = new Memory();
        return interrupted(state, state, events, events.size() / 2, ticks);
    }

    /** Loses its state in the middle and reads everything again from the start. */
    private Tables replayed(List<Event> events, Random ticks) {
        return interrupted(new Memory(), new Memory(), events, 0, ticks);
    }

    private Tables interrupted(
            Memory before, Memory after, List<Event> events, int from, Random ticks) {
        var tables = Tables.empty();
        try (var pipeline = Pipeline.start(config, before, directory)) {
            play(pipeline, events.subList(0, events.size() / 2), ticks).drainInto(tables);
        }
        try (var pipeline = Pipeline.start(config, after, directory)) {
            return finish(play(pipeline, events.subList(from, events.size()), ticks), tables);
        }
    }

    private static Pipeline play(Pipeline pipeline, List<Event> events, Random ticks) {
        for (var event : events) {
            pipeline.publish(event);
            if (ticks.nextInt(10) == 0) {
                pipeline.tick();
            }
        }
        return pipeline;
    }

    /** More ticks than there are boards, so that nothing waits any more. */
    private static Tables finish(Pipeline pipeline, Tables tables) {
        for (int i = 0; i < 10; i++) {
            pipeline.tick();
        }
        pipeline.drainInto(tables);
        return tables;
    }
}
