package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.cli.NotReachableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * The {@code up} or sink that owns a data directory, as it describes itself in a file there.
 *
 * @param started when the process started, which tells it from another with its pid
 */
record RunningUp(String bootstrapServers, int opsPort, long pid, String started) {

    /** Whoever only looks whether the lock is held, holds it for a moment. */
    private static final int LOOKS = 10;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** The running one, or advice on how to start it. */
    static RunningUp require(DataDirectory directory) {
        return find(directory)
                .orElseThrow(
                        () ->
                                new NotReachableException(
                                        "nothing runs on "
                                                + directory.root()
                                                + "; start it with 'chipwise up', or name your"
                                                + " cluster with --bootstrap-server"));
    }

    static Optional<RunningUp> find(DataDirectory directory) {
        if (!Files.exists(directory.running())) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(directory.running())) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory.running(), e);
        }
        var up = read(directory, properties);
        return up.isAlive(directory) ? Optional.of(up) : Optional.empty();
    }

    private static RunningUp read(DataDirectory directory, Properties properties) {
        try {
            return new RunningUp(
                    properties.getProperty("bootstrap.servers", ""),
                    Integer.parseInt(properties.getProperty("ops.port", "0")),
                    Long.parseLong(properties.getProperty("pid", "0")),
                    properties.getProperty("started", ""));
        } catch (NumberFormatException e) {
            throw new UsageException(
                    directory.running() + " is damaged; stop 'chipwise up' and start it again");
        }
    }

    /** This process. */
    static RunningUp here(String bootstrapServers, int opsPort) {
        return new RunningUp(
                bootstrapServers, opsPort, ProcessHandle.current().pid(), startOfThisProcess());
    }

    private static String startOfThisProcess() {
        return ProcessHandle.current().info().startInstant().map(Object::toString).orElse("");
    }

    void write(DataDirectory directory) {
        var properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("ops.port", Integer.toString(opsPort));
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("started", started);
        var draft = directory.running().resolveSibling("up.properties.new");
        try {
            try (var writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, "The running 'chipwise up'; written by it at start.");
            }
            Files.move(draft, directory.running(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + directory.running(), e);
        }
    }

    static void remove(DataDirectory directory) {
        try {
            Files.deleteIfExists(directory.running());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory.running(), e);
        }
    }

    /**
     * Owning a data directory: two processes on one would fight over its files. Released when the
     * process ends.
     */
    static Ownership own(DataDirectory directory) {
        try {
            var channel =
                    FileChannel.open(
                            directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            for (int look = 0; look < LOOKS; look++) {
                if (channel.tryLock() != null) {
                    return new Ownership(channel);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            channel.close();
            throw new UsageException(
                    "another 'chipwise up' runs on "
                            + directory.root()
                            + "; stop it, or choose another --data-dir");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + directory.lock(), e);
        }
    }

    /** The lock on a data directory, held until closed. */
    record Ownership(FileChannel channel) implements AutoCloseable {

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot release the data directory", e);
            }
        }
    }

    /**
     * A file left behind by a killed process does not count: the lock tells, whatever process has
     * the pid now. Our own lock is never looked at, since on POSIX that would release it.
     */
    private boolean isAlive(DataDirectory directory) {
        if (pid == ProcessHandle.current().pid() && started.equals(startOfThisProcess())) {
            return true;
        }
        try (var channel =
                        FileChannel.open(
                                directory.lock(),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                var shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return shared == null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + directory.lock(), e);
        }
    }
}
