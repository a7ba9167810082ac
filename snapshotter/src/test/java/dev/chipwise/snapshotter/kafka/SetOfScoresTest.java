package dev.chipwise.snapshotter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In whatever order scores, cells and versions arrive, how often, between which ticks, and however
 * often the process starts again: the same snapshots and the same standing claims. A driver is slow
 * to start, so the seeds' models share each.
 */
class SetOfScoresTest {

    private static final long SEEDS = 200;

    @TempDir static Path first;
    @TempDir static Path saved;
    @TempDir static Path lost;
    @TempDir static Path fresh;

    private static final Map<Long, Story> STORIES = new TreeMap<>();
    private static Told restarted;
    private static Told replayed;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @BeforeAll
    static void tellAllStories() {
        seeds().forEach(seed -> STORIES.put(seed, new Story(seed)));
        restarted = restarted(order(1));
        replayed = replayed(order(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsInTheSameSnapshots(long seed) {
        var story = STORIES.get(seed);

        assertThat(of(seed, restarted.hashes)).isEqualTo(seen(story.hashes(), restarted));
        assertThat(of(seed, replayed.hashes)).isEqualTo(seen(story.hashes(), replayed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsInTheSameClaims(long seed) {
        var claims = STORIES.get(seed).claims();

        assertThat(of(seed, restarted.claims)).isEqualTo(claims);
        assertThat(of(seed, replayed.claims)).isEqualTo(claims);
    }

    @Test
    void theStoriesHoldAllSortsOfEnds() {
        assertThat(replayed.hashes).hasSizeGreaterThan((int) (2.9 * SEEDS)).containsValue("none");
        assertThat(replayed.claims.values())
                .contains("METRIC REGRESSED", "METRIC IMPROVED", "BROKE CERTAIN", "FIXED CERTAIN");
    }

    private static Told restarted(List<Consumer<Driver>> messages) {
        int half = messages.size() / 2;
        var told = new Told();
        try (var driver = Driver.startAndSave(first, saved)) {
            deliver(messages.subList(0, half), driver, 2);
            told.listen(driver);
        }
        try (var driver = Driver.start(saved)) {
            deliver(messages.subList(half, messages.size()), driver, 3);
            return told.listen(driver);
        }
    }

    /** The state is lost on the way, and everything is read again from the start. */
    private static Told replayed(List<Consumer<Driver>> messages) {
        var told = new Told();
        try (var driver = Driver.start(lost)) {
            deliver(messages.subList(0, messages.size() / 8), driver, 4);
            told.listen(driver);
        }
        told.claims.clear();
        try (var driver = Driver.start(fresh)) {
            deliver(messages, driver, 5);
            return told.listen(driver);
        }
    }

    private static void deliver(List<Consumer<Driver>> messages, Driver driver, long seed) {
        var random = new Random(seed);
        for (var message : messages) {
            message.accept(driver);
            if (random.nextInt(300) == 0) {
                driver.tick();
            }
        }
        for (int quiet = 0; quiet < 10; quiet++) {
            driver.tick();
        }
    }

    /** All stories, each in an order of its own, told at the same time. */
    private static List<Consumer<Driver>> order(long order) {
        var waiting = new ArrayList<Deque<Consumer<Driver>>>();
        STORIES.values().forEach(story -> waiting.add(new ArrayDeque<>(story.told(order))));
        var random = new Random(order);
        var all = new ArrayList<Consumer<Driver>>();
        while (!waiting.isEmpty()) {
            var next = waiting.get(random.nextInt(waiting.size()));
            all.add(next.remove());
            if (next.isEmpty()) {
                waiting.remove(next);
            }
        }
        return all;
    }

    private static Map<String, String> of(long seed, Map<String, String> all) {
        var own = new TreeMap<>(all);
        own.keySet().removeIf(key -> !key.startsWith("m" + seed + "|"));
        return own;
    }

    /** A version whose every score was withdrawn within a tick was never snapshot. */
    private static Map<String, String> seen(Map<String, String> expected, Told told) {
        var seen = new TreeMap<>(expected);
        seen.entrySet()
                .removeIf(
                        entry ->
                                entry.getValue().equals("none")
                                        && !told.hashes.containsKey(entry.getKey()));
        return seen;
    }
}
