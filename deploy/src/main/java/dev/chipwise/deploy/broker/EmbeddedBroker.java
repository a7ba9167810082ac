package dev.chipwise.deploy.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A single-node Kafka broker in this process, on a directory that outlives it: what was
 * acknowledged is there again after a stop or a kill, at the same address. Loopback only.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private final BrokerDirectory directory;
    private final BrokerPorts ports;
    private final KafkaRaftServer server;
    private boolean closed;

    private EmbeddedBroker(BrokerDirectory directory, BrokerPorts ports, KafkaRaftServer server) {
        this.directory = directory;
        this.ports = ports;
        this.server = server;
    }

    /** Starts on the port that the directory remembers, or on a free one the first time. */
    public static EmbeddedBroker start(Path directory) {
        return start(directory, BrokerPorts.ANY);
    }

    /**
     * Returns when clients can connect.
     *
     * @param port that clients must find, or 0 for the remembered or a free one
     * @throws BrokerStartException when the directory or the port cannot be had
     */
    public static EmbeddedBroker start(Path directory, int port) {
        var claimed = BrokerDirectory.claim(directory);
        var started = false;
        try {
            var ports = claimed.settlePorts(port);
            var settings = BrokerSettings.of(claimed.records(), ports);
            format(claimed, settings);
            var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            var broker = new EmbeddedBroker(claimed, ports, server);
            broker.startUp();
            started = true;
            return broker;
        } finally {
            if (!started) {
                claimed.close();
            }
        }
    }

    /** Where the broker of this directory listens while it runs; empty before its first start. */
    public static Optional<String> addressOf(Path directory) {
        try {
            return Optional.of(BrokerDirectory.remembered(directory))
                    .filter(ports -> ports.broker() != BrokerPorts.ANY)
                    .map(BrokerPorts::address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return ports.address();
    }

    /** Stops in order, so that the next start need not recover. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            directory.close();
        }
    }

    private void startUp() {
        var started = false;
        try {
            server.startup();
            started = true;
        } finally {
            if (!started) {
                server.shutdown();
            }
        }
    }

    private static void format(BrokerDirectory directory, Properties settings) {
        if (Files.exists(directory.records().resolve("meta.properties"))) {
            return;
        }
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            BrokerDirectory.write(settings, directory.settings());
            var arguments =
                    new String[] {
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        directory.settings().toString()
                    };
            if (StorageTool.execute(arguments, out) != 0) {
                throw new BrokerStartException(
                        "Cannot format "
                                + directory.records()
                                + ": "
                                + said.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new BrokerStartException("Cannot write " + directory.settings() + ": " + e, e);
        }
    }
}
