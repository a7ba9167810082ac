package dev.chipwise.deploy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A stage in a process of its own, on the same Java and classpath; closing it stops it in order.
 */
final class StageProcess implements AutoCloseable {

    private static final int ORDERLY_STOP_SECONDS = 40;
    private static final Duration START = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Stage stage;
    private final Process process;
    private final Path log;

    private StageProcess(Stage stage, Process process, Path log) {
        this.stage = stage;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it, and waits for nothing.
     *
     * @param java options of its Java
     * @param more arguments of its own
     */
    static StageProcess start(
            BenchTenant tenant, Stage stage, List<String> java, List<String> more) {
        var log = tenant.file(stage.word() + ".log");
        try {
            var process =
                    new ProcessBuilder(command(tenant, stage, java, more))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            return new StageProcess(stage, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a " + stage.word(), e);
        }
    }

    private static List<String> command(
            BenchTenant tenant, Stage stage, List<String> java, List<String> more) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Chipwise.class.getName(), "run", stage.word()));
        command.addAll(more);
        command.addAll(List.of("--data-dir", tenant.session().dataDirectory().root().toString()));
        command.addAll(List.of("--topic-prefix", tenant.prefix()));
        command.addAll(List.of("--bootstrap-server", tenant.cluster().bootstrapServers()));
        command.addAll(List.of("--replication-factor", "1"));
        return command;
    }

    long pid() {
        return process.pid();
    }

    /** What it has used of the processors so far. */
    long processorNanos() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /** Throws when it has ended. */
    void refuseEnd() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the "
                            + stage.word()
                            + " ended with exit code "
                            + process.exitValue()
                            + "; see "
                            + log);
        }
    }

    /**
     * What it says of itself, once it has said it.
     *
     * @param words whose first group is what is wanted
     */
    String awaitSaying(Pattern words) {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            var found = words.matcher(said());
            if (found.find()) {
                return found.group(1);
            }
            refuseEnd();
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        throw new IllegalStateException(
                "the "
                        + stage.word()
                        + " did not start within "
                        + START.toSeconds()
                        + " s; see "
                        + log);
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ORDERLY_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
