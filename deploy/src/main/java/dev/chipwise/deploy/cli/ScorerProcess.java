package dev.chipwise.deploy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A scorer in a process of its own, on the same Java and classpath; closing it stops it in order.
 */
final class ScorerProcess implements AutoCloseable {

    private static final int ORDERLY_STOP_SECONDS = 40;

    private final Process process;
    private final Path log;

    private ScorerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ScorerProcess start(BenchTenant tenant, Path log) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Chipwise.class.getName(),
                        "run",
                        "scorer",
                        "--data-dir",
                        tenant.session().dataDirectory().root().toString(),
                        "--topic-prefix",
                        tenant.prefix(),
                        "--bootstrap-server",
                        tenant.cluster().bootstrapServers(),
                        "--replication-factor",
                        "1");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            return new ScorerProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a scorer", e);
        }
    }

    /** Throws when it has ended. */
    void refuseEnd() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the scorer ended with exit code " + process.exitValue() + "; see " + log);
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
