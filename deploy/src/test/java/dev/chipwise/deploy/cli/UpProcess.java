package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** A process of its own that runs {@code up} on a data directory, to be killed. */
final class UpProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;

    private UpProcess(Process process) {
        this.process = process;
    }

    /** Returns when it says that it is up. */
    static UpProcess start(Path directory) throws IOException {
        var log = Files.createTempFile(directory, "up", ".log");
        var up =
                new UpProcess(
                        ChipwiseProcess.on(directory, "up")
                                .redirectErrorStream(true)
                                .redirectOutput(log.toFile())
                                .start());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> assertThat(up.process.isAlive()).as(said(log)).isTrue())
                .until(() -> said(log).contains("stop it with"));
        return up;
    }

    /** Ends it and all processes it has started, as a power cut would. */
    void kill() {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(ended -> ended.onExit().join());
    }

    /** Ends it alone, so that what it has started has to notice. */
    void killWithoutItsBroker() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to stop, as Ctrl-C does, and returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private static String said(Path log) throws IOException {
        return Files.readString(log);
    }
}
