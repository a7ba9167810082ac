package dev.chipwise.deploy.chaos;

import dev.chipwise.deploy.chaos.Pipeline.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of real processes at random moments under load, some of them while they still
 * start. One pipeline goes through all of it, so that each scenario inherits what the others left.
 */
class KillLoopIT {

    private static final int EVENTS_PER_SECOND = 100;
    private static final Duration LONGEST_LIFE = Duration.ofMillis(1500);
    private static final Duration LONGEST_START = Duration.ofSeconds(2);

    @TempDir private static Path directory;
    private static final AckLedger LEDGER = new AckLedger();
    private static Pipeline pipeline;
    private static int seeds;

    @BeforeAll
    static void start() throws IOException {
        pipeline = Pipeline.start(directory);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void aSinkThatIsKilledAgainAndAgainLosesAndDoublesNothing(TestInfo test) throws Exception {
        killUnderLoad(test, Chance.times("kills.sink", 2), List.of(Part.SINK));
    }

    @Test
    @AtLength
    void aScorerThatIsKilledAgainAndAgainLosesAndDoublesNothing(TestInfo test) throws Exception {
        killUnderLoad(test, Chance.times("kills", 1), List.of(Part.SCORER));
    }

    @Test
    @AtLength
    void aSnapshotterThatIsKilledAgainAndAgainLosesAndDoublesNothing(TestInfo test)
            throws Exception {
        killUnderLoad(test, Chance.times("kills", 1), List.of(Part.SNAPSHOTTER));
    }

    @Test
    @AtLength
    void aBrokerThatIsKilledAgainAndAgainLosesAndDoublesNothing(TestInfo test) throws Exception {
        killUnderLoad(test, Chance.times("kills", 1), List.of(Part.BROKER));
    }

    @Test
    @AtLength
    void allOfThemKilledAtOnceLoseAndDoubleNothing(TestInfo test) throws Exception {
        killUnderLoad(test, Chance.times("kills", 1), List.of(Part.values()));
    }

    private static void killUnderLoad(TestInfo test, int kills, List<Part> victims)
            throws Exception {
        var chance = new Chance(test.getDisplayName());
        var story = Story.of(chance.seed() * 100 + seeds++);
        try (var load = LoadGenerator.start(pipeline.address(), story, LEDGER, EVENTS_PER_SECOND)) {
            for (int kill = 0; kill < kills; kill++) {
                killAtSomeTime(chance, victims);
            }
            pipeline.ensureAll();
            load.stop();
        }
        pipeline.assertExact(LEDGER);
        Report.say(test, chance, kills + " kills, " + LEDGER.size() + " events acknowledged");
    }

    /** A third of the kills hit a process that is still starting. */
    private static void killAtSomeTime(Chance chance, List<Part> victims) throws IOException {
        boolean starting = chance.oneIn(3);
        for (var victim : victims) {
            if (starting && victim != Part.BROKER) {
                pipeline.begin(victim);
            } else {
                pipeline.ensure(victim);
            }
        }
        chance.letPass(starting ? LONGEST_START : LONGEST_LIFE);
        victims.forEach(pipeline::kill);
    }
}
