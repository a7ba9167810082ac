package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.chaos.Pipeline.Part;
import dev.chipwise.deploy.cli.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is lost, old or damaged is mended by the documented commands, and then exact. */
class MendingIT {

    private static final int EVENTS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir private static Path directory;
    private static final AckLedger LEDGER = new AckLedger();
    private static Pipeline pipeline;
    private static int told;

    @BeforeAll
    static void start() throws IOException {
        pipeline = Pipeline.start(directory);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    /** Each scenario finds a running pipeline with something new in it. */
    @BeforeEach
    void tell() throws IOException {
        pipeline.ensure(Part.SINK);
        tellMore();
    }

    @Test
    @AtLength
    void anOlderCopyGoesOnFromItsOwnProgress() throws IOException {
        assertThat(desk().settled(PATIENCE)).isTrue();
        assertThat(desk().run("store", "copy").code()).isZero();
        tellMore();
        assertThat(desk().settled(PATIENCE)).isTrue();
        pipeline.kill(Part.SINK);

        var restored = desk().run("store", "restore", "--output", "csv");

        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("copies").contains("chipwise.duckdb.replaced-");
        assertExactAgain();
    }

    @Test
    @AtLength
    void aStoreIsMadeAnewFromTheTopics() throws IOException {
        assertThat(desk().settled(PATIENCE)).isTrue();
        pipeline.kill(Part.SINK);
        Files.delete(store());
        Files.deleteIfExists(log());

        assertThat(rebuild("--dry-run").out()).contains("topics of");
        assertThat(store()).doesNotExist();
        assertThat(rebuild().code()).isZero();

        assertExactAgain();
    }

    @Test
    @AtLength
    void aTornLogGoesOnByItself() throws IOException {
        killWithLog();
        var log = Files.readAllBytes(log());
        Files.write(log(), Arrays.copyOf(log, log.length - 7));

        assertExactAgain();
    }

    @Test
    @AtLength
    void aFlippedByteInTheLogIsRefusedUntilTheStoreIsMended() throws Exception {
        killWithLog();
        var log = Files.readAllBytes(log());
        log[log.length / 2] ^= 0x10;
        Files.write(log(), log);

        assertSinkRefuses("has a damaged log");
        assertThat(rebuild().code()).isZero();

        assertExactAgain();
    }

    @Test
    @AtLength
    void whatIsNoStoreIsLeftAlone() throws Exception {
        pipeline.kill(Part.SINK);
        var kept = Files.move(store(), directory.resolve("kept"));
        Files.writeString(store(), "a text that somebody keeps here");

        assertSinkRefuses("is no store");

        Files.move(kept, store(), StandardCopyOption.REPLACE_EXISTING);
        assertExactAgain();
    }

    @Test
    void noCommandTouchesAStoreThatIsInUse() {
        assertThat(rebuild().err()).contains("stop it");
        assertThat(desk().run("store", "restore").err()).contains("stop it");
    }

    private static void assertSinkRefuses(String words) throws Exception {
        var refused = pipeline.begin(Part.SINK);
        assertThat(refused.code()).as(refused.said()).isEqualTo(5);
        assertThat(refused.said())
                .contains(words)
                .contains(store().toString())
                .contains("chipwise store rebuild");
    }

    /** Stored is what a log is full of until it is folded into the file. */
    private static void killWithLog() {
        assertThat(desk().settled(PATIENCE)).isTrue();
        pipeline.kill(Part.SINK);
        assertThat(log()).isNotEmptyFile();
    }

    private static void assertExactAgain() throws IOException {
        pipeline.ensure(Part.SINK);
        pipeline.assertExact(LEDGER);
    }

    private static void tellMore() {
        LedgerPublisher.publish(pipeline.address(), Story.of(7), LEDGER, told, told + EVENTS);
        told += EVENTS;
    }

    private static Desk.Answer rebuild(String... more) {
        var words = new ArrayList<>(List.of("store", "rebuild"));
        words.addAll(List.of("--bootstrap-server", pipeline.address()));
        words.addAll(List.of(more));
        return desk().run(words.toArray(String[]::new));
    }

    private static Desk desk() {
        return pipeline.desk();
    }

    private static Path store() {
        return directory.resolve("store").resolve("chipwise.duckdb");
    }

    private static Path log() {
        return Path.of(store() + ".wal");
    }
}
