package dev.chipwise.deploy.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * The durable directory of one broker: its records, its ports, and the lock that makes it the only
 * broker there. The lock is the operating system's, so a killed process leaves none behind.
 */
final class BrokerDirectory implements AutoCloseable {

    private static final String PORTS = "ports.properties";

    /** A broker whose parent was killed first stops in order; the next one waits that long. */
    private static final int LOOKS = 150;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Path root;
    private final FileChannel lock;

    private BrokerDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static BrokerDirectory claim(Path directory) {
        var root = directory.toAbsolutePath().normalize();
        if (root.toString().contains(",")) {
            throw new BrokerStartException(
                    "A comma in " + root + " would read as two directories. Choose another path.");
        }
        try {
            Files.createDirectories(root);
            return new BrokerDirectory(root, lock(root));
        } catch (IOException e) {
            throw new BrokerStartException("Cannot write to " + root + ": " + e, e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var channel =
                FileChannel.open(
                        root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(channel)) {
            channel.close();
            throw new BrokerStartException(
                    "A broker already runs on " + root + ". Stop it, or choose another directory.");
        }
        return channel;
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            for (int look = 0; look < LOOKS; look++) {
                if (channel.tryLock() != null) {
                    return true;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return false;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    Path root() {
        return root;
    }

    Path records() {
        return root.resolve("records");
    }

    Path settings() {
        return root.resolve("broker.properties");
    }

    /** The ports of the last start where possible, written down for the next one. */
    BrokerPorts settlePorts(int wanted) {
        try {
            var ports = remembered(root).settled(wanted);
            var properties = new Properties();
            properties.setProperty("broker", Integer.toString(ports.broker()));
            properties.setProperty("controller", Integer.toString(ports.controller()));
            write(properties, root.resolve(PORTS));
            return ports;
        } catch (IOException e) {
            throw new BrokerStartException("Cannot keep the ports in " + root + ": " + e, e);
        }
    }

    static BrokerPorts remembered(Path directory) throws IOException {
        var file = directory.resolve(PORTS);
        if (!Files.exists(file)) {
            return BrokerPorts.UNDECIDED;
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new BrokerPorts(port(properties, "broker"), port(properties, "controller"));
    }

    private static int port(Properties properties, String name) {
        var text = properties.getProperty(name, "");
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : BrokerPorts.ANY;
    }

    /** A kill in the middle leaves the old file or the new one. */
    static void write(Properties properties, Path file) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        try (var out = Files.newBufferedWriter(next)) {
            properties.store(out, null);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
