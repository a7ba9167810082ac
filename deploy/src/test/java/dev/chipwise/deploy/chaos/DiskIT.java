package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chipwise.deploy.chaos.Pipeline.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Disks that take no more: whoever cannot write says so and stops; later all is exact. */
class DiskIT {

    private static final int EVENTS_PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AckLedger ledger = new AckLedger();
    @TempDir private Path directory;

    @Test
    void aFullStoreStopsTheSink(TestInfo test) throws Exception {
        try (var disk = SmallDisk.mount(directory.resolve("store"), 48);
                var pipeline = Pipeline.start(directory)) {
            fillUnderLoad(test, disk, pipeline, () -> awaitEnd(pipeline, Part.SINK));
            assertThat(pipeline.process(Part.SINK).isAlive()).isTrue();
        }
    }

    @Test
    @AtLength
    void aFullStateDirectoryLosesNothing(TestInfo test) throws Exception {
        try (var disk = SmallDisk.mount(directory.resolve("state"), 48);
                var pipeline = Pipeline.start(directory)) {
            fillUnderLoad(
                    test,
                    disk,
                    pipeline,
                    () -> {
                        Chance.letPassExactly(Duration.ofSeconds(5));
                        pipeline.kill(Part.SCORER);
                        pipeline.kill(Part.SNAPSHOTTER);
                    });
        }
    }

    @Test
    @AtLength
    void aFullLogStopsTheBroker(TestInfo test) throws Exception {
        try (var disk = SmallDisk.mount(directory.resolve("broker"), 600);
                var pipeline = Pipeline.start(directory)) {
            fillUnderLoad(
                    test,
                    disk,
                    pipeline,
                    () -> await().atMost(PATIENCE).until(() -> !pipeline.isAlive(Part.BROKER)));
        }
    }

    @Test
    @AtLength
    void aReadOnlyStoreIsRefused() throws Exception {
        try (var disk = SmallDisk.mount(directory.resolve("store"), 48);
                var pipeline = Pipeline.start(directory)) {
            LedgerPublisher.publish(pipeline.address(), Story.of(3), ledger, 0, 200);
            pipeline.kill(Part.SINK);
            disk.makeReadOnly();

            var refused = pipeline.begin(Part.SINK);

            assertThat(refused.code()).as(refused.said()).isEqualTo(5);
            assertThat(refused.said()).contains("cannot be written; mend permissions");
            disk.makeWritable();
            pipeline.ensureAll();
            pipeline.assertExact(ledger);
        }
    }

    private void fillUnderLoad(TestInfo test, SmallDisk disk, Pipeline pipeline, Trouble trouble)
            throws Exception {
        var chance = new Chance(test.getDisplayName());
        var story = Story.of(chance.seed());
        try (var load = LoadGenerator.start(pipeline.address(), story, ledger, EVENTS_PER_SECOND)) {
            chance.letPass(Duration.ofSeconds(3));
            disk.fill();
            trouble.happens();
            disk.free();
            pipeline.ensureAll();
            load.stop();
        }
        pipeline.assertExact(ledger);
        Report.say(test, chance, ledger.size() + " events acknowledged");
    }

    private static void awaitEnd(Pipeline pipeline, Part part)
            throws IOException, InterruptedException {
        var process = pipeline.process(part);
        assertThat(process.code()).as(process.said()).isEqualTo(1);
        assertThat(process.said()).contains("the " + part.word() + " stopped");
    }

    /** What a full disk leads to. */
    private interface Trouble {

        void happens() throws IOException, InterruptedException;
    }
}
