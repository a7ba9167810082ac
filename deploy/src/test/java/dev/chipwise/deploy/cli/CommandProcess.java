package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code chipwise} command in a process of its own, to be frozen, killed or asked to stop. */
public final class CommandProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** For a start that recovers from a kill on a machine that has much else to do. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;

    private CommandProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Returns at once; what the command says goes to a log in the directory. */
    public static CommandProcess start(Path directory, String... words) throws IOException {
        Files.createDirectories(directory);
        var log = Files.createTempFile(directory, words[words.length > 1 ? 1 : 0], ".log");
        return startLogging(log, directory, words);
    }

    /** The same with a log that is elsewhere, for a directory that may be full. */
    public static CommandProcess startLogging(Path log, Path directory, String... words)
            throws IOException {
        return new CommandProcess(
                ChipwiseProcess.on(directory, words)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** Returns when it has said this; fails when it ends before that. */
    public CommandProcess awaitSaying(String words) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> assertThat(isAlive()).as(said()).isTrue())
                .untilAsserted(() -> assertThat(said()).contains(words));
        return this;
    }

    /** Waits until it has said this or has ended; whether it has said it. */
    public boolean says(String words) {
        await().atMost(LONG_PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> said().contains(words) || !isAlive());
        return said().contains(words);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code of a command that ends by itself, or -1 when it does not. */
    public int code() throws InterruptedException {
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** Ends it and all processes it has started, as a power cut would. */
    public void kill() {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(ended -> ended.onExit().join());
    }

    /** Ends it alone, so that what it has started has to notice. */
    public void killAlone() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Takes the processor away from it; it does not notice until it is thawed. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Asks it to stop, as Ctrl-C does, and returns its exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return code();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var command = List.of("kill", signal, Long.toString(process.pid()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
