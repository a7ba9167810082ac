package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.chaos.Pipeline.Part;
import dev.chipwise.schemas.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State, offsets, records and topics that are gone: continued from the rest, or refused aloud. */
@AtLength
class LostIT {

    private static final int EVENTS = 300;
    private static final Topics TOPICS = Topics.withDefaultPrefix();

    /** Nothing is derived from it, so that the rest is whole without it. */
    private static final String CHANGES = TOPICS.compatibilityChange().fullName();

    private static final List<Part> TOPOLOGIES = List.of(Part.SCORER, Part.SNAPSHOTTER);

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

    @BeforeEach
    void settled() throws IOException {
        pipeline.ensureAll();
        tellMore();
        pipeline.assertExact(LEDGER);
    }

    @Test
    void aStateDirectoryIsMadeAnewFromItsChangelogs() throws IOException {
        TOPOLOGIES.forEach(pipeline::kill);
        delete(directory.resolve("state"));

        goOn();
    }

    @Test
    void offsetsThatAreResetOrGoneDoubleNothing() throws IOException {
        try (var tampering = new Tampering(pipeline.address())) {
            TOPOLOGIES.forEach(pipeline::kill);
            pipeline.kill(Part.SINK);
            tampering.resetGroup(TOPICS.applicationId("scorer"));
            tampering.deleteGroup(TOPICS.applicationId("snapshotter"));
            tampering.deleteGroup(TOPICS.applicationId("sink"));
        }

        goOn();
    }

    @Test
    void recordsDeletedBeforeTheyWereStoredAreMissedAloud() throws Exception {
        pipeline.kill(Part.SINK);
        try (var tampering = new Tampering(pipeline.address())) {
            tampering.writeAndDelete(CHANGES);
        }

        assertSinkStops("retention has deleted records that were never stored");
        rebuild();
        goOn();
    }

    @Test
    void aTopicThatWasDeletedAndMadeAgainIsNotContinued() throws Exception {
        for (var part : List.of(Part.SNAPSHOTTER, Part.SINK)) {
            pipeline.kill(part);
        }
        try (var tampering = new Tampering(pipeline.address())) {
            tampering.deleteTopic(CHANGES);
        }
        pipeline.applyTopics();

        assertSinkStops("the topic was deleted and created again");
        rebuild();
        goOn();
    }

    private static void assertSinkStops(String words) throws Exception {
        var sink = pipeline.begin(Part.SINK);
        assertThat(sink.code()).as(sink.said()).isEqualTo(1);
        assertThat(sink.said()).contains(words).contains("chipwise store rebuild");
    }

    private static void rebuild() {
        var made =
                pipeline.desk().run("store", "rebuild", "--bootstrap-server", pipeline.address());
        assertThat(made.code()).as(made.err()).isZero();
    }

    private static void goOn() throws IOException {
        pipeline.ensureAll();
        tellMore();
        pipeline.assertExact(LEDGER);
    }

    private static void tellMore() {
        LedgerPublisher.publish(pipeline.address(), Story.of(11), LEDGER, told, told + EVENTS);
        told += EVENTS;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
