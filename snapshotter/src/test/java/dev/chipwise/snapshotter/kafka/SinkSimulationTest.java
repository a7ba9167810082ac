package dev.chipwise.snapshotter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.snapshotter.duckdb.SharedDatabase;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens to sinks, brokers, producers and the disk, in whichever order: the store ends up
 * with every committed record exactly once. {@code -Dchipwise.sim.seed=N} lives through one seed
 * again, {@code -Dchipwise.sim.seeds=N} through more.
 */
class SinkSimulationTest {

    private static final Long ONLY = Long.getLong("chipwise.sim.seed");
    private static final long SEEDS = Long.getLong("chipwise.sim.seeds", 10_000);
    private static final int CHUNK = 1_000;

    /** A seed costs DuckDB that many times as much. */
    private static final int CHEAPER = 400;

    /** What happens in every thousand worlds, or they prove nothing. */
    private static final String[] FATES = {
        "compaction",
        "crash at begins to write",
        "crash at has committed",
        "crash at has passed the fence",
        "crash at polled",
        "fenced",
        "group offsets reset",
        "leader change",
        "outdated, and behind retention",
        "partition added",
        "retention",
        "start refused: created again",
        "start refused: retention has deleted",
        "stopped",
        "write fails: ANSWER_LOST",
        "write fails: FULL",
        "write fails: WRITE_FAILS"
    };

    private static final Simulation.Setup MEMORY =
            new Simulation.Setup(MemoryDisk::new, SimulatedConsumer::new, 3, 40);

    /** The first seeds of thousands, or the one that is asked for. */
    static LongStream chunks() {
        return ONLY == null
                ? LongStream.range(0, SEEDS / CHUNK).map(chunk -> chunk * CHUNK)
                : LongStream.of(ONLY);
    }

    private static LongStream seedsFrom(long first, long count) {
        return LongStream.range(first, first + (ONLY == null ? count : 1));
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("chunks")
    void keepsEveryRecordExactlyOnce(long first, TestReporter reporter) {
        // When
        var counts = new ConcurrentSkipListMap<String, Integer>();
        seedsFrom(first, CHUNK)
                .parallel()
                .forEach(seed -> new Simulation(seed, MEMORY, counts).run());

        // Then
        reporter.publishEntry("what happened in memory from " + first, counts.toString());
        if (ONLY == null) {
            assertThat(counts).as("a world in which it does not happen").containsKeys(FATES);
        }
    }

    @Test
    void keepsEveryRecordExactlyOnceInDuckDb(TestReporter reporter) {
        // When
        var counts = new TreeMap<String, Integer>();
        try (var database = new SharedDatabase()) {
            var setup =
                    new Simulation.Setup(
                            world -> new DuckDbDisk(world, database),
                            SimulatedConsumer::new,
                            2,
                            30);
            seedsFrom(ONLY == null ? 0 : ONLY, SEEDS / CHEAPER)
                    .forEach(seed -> new Simulation(seed, setup, counts).run());
        }

        // Then
        reporter.publishEntry("what happened in DuckDB", counts.toString());
    }
}
