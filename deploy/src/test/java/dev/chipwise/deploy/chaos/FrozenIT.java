package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.chaos.Pipeline.Part;
import dev.chipwise.deploy.cli.CommandProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A process that is frozen, missed, replaced and thawed does no harm when it wakes up. */
@AtLength
class FrozenIT {

    private static final int EVENTS_PER_SECOND = 100;

    /** Longer than a group waits for a member. */
    private static final Duration LONG = Duration.ofSeconds(8);

    @TempDir private static Path directory;
    private static final AckLedger LEDGER = new AckLedger();
    private static Pipeline pipeline;

    @BeforeAll
    static void start() throws IOException {
        pipeline = Pipeline.start(directory);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void aFrozenScorerThatWakesUpBesideItsSuccessorIsFenced(TestInfo test) throws Exception {
        var chance = new Chance(test.getDisplayName());
        try (var load = load(chance.seed() + 1_000)) {
            Chance.letPassExactly(Duration.ofSeconds(2));
            pipeline.process(Part.SCORER).freeze();
            try (var successor =
                    pipeline.stage(
                            directory.resolve("successor"), Part.SCORER, "--instance", "1")) {
                Chance.letPassExactly(LONG);
                pipeline.process(Part.SCORER).thaw();
                Chance.letPassExactly(Duration.ofSeconds(2));
                load.stop();
                pipeline.assertExact(LEDGER);
                assertThat(successor.stop()).isIn(0, 143);
            }
        }
        pipeline.ensure(Part.SCORER);
        pipeline.assertExact(LEDGER);
        Report.say(test, chance, LEDGER.size() + " events acknowledged");
    }

    @Test
    void ofTwoScorersWithOneNameOneStopsAndSaysSo(TestInfo test) throws Exception {
        var chance = new Chance(test.getDisplayName());
        var first = pipeline.process(Part.SCORER);
        try (var load = load(chance.seed() + 2_000);
                var second = pipeline.stage(directory.resolve("twin"), Part.SCORER)) {
            second.awaitSaying("running; health at");
            assertThat(first.code()).as(first.said()).isEqualTo(1);
            assertThat(first.said()).contains("the scorer stopped");
            load.stop();
            Exactness.assertExact(pipeline.desk(), LEDGER);
        }
        pipeline.ensure(Part.SCORER);
        pipeline.assertExact(LEDGER);
    }

    @Test
    void aFrozenSinkKeepsItsStoreToItself(TestInfo test) throws Exception {
        var chance = new Chance(test.getDisplayName());
        try (var load = load(chance.seed() + 3_000)) {
            Chance.letPassExactly(Duration.ofSeconds(2));
            pipeline.process(Part.SINK).freeze();
            assertRefused(pipeline.stage(directory, Part.SINK), "stop it, or choose another");
            assertRefused(pipeline.stage(otherWayIn(), Part.SINK), "another process owns");
            pipeline.process(Part.SINK).thaw();
            load.stop();
        }
        pipeline.assertExact(LEDGER);
        assertThat(pipeline.process(Part.SINK).isAlive()).isTrue();
    }

    private static LoadGenerator load(long seed) {
        return LoadGenerator.start(pipeline.address(), Story.of(seed), LEDGER, EVENTS_PER_SECOND);
    }

    private static void assertRefused(CommandProcess second, String advice) throws Exception {
        try (second) {
            assertThat(second.code()).as(second.said()).isPositive();
            assertThat(second.said()).contains(advice);
        }
    }

    /** Another data directory with the same store in it, for whoever locks only directories. */
    private static Path otherWayIn() throws IOException {
        var other = Files.createDirectories(directory.resolve("other"));
        Files.createSymbolicLink(other.resolve("store"), directory.resolve("store"));
        return other;
    }
}
