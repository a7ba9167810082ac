package dev.chipwise.ingest.cli;

import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which cluster to talk to, and how; every command takes these before or after its name. */
public final class ConnectionOptions {

    @Option(
            names = "--bootstrap-server",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            description = "Your Kafka cluster (default: the broker of the running 'up').")
    private String bootstrapServer;

    @Option(
            names = "--command-config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Kafka client properties, passed on as they are.")
    private Path commandConfig;

    @Option(
            names = "--command-property",
            scope = ScopeType.INHERIT,
            paramLabel = "K=V",
            description = "One Kafka client property; wins over --command-config.")
    private Map<String, String> commandProperties = new LinkedHashMap<>();

    @Option(
            names = "--topic-prefix",
            scope = ScopeType.INHERIT,
            paramLabel = "PREFIX",
            description = "Put before every topic name (default: chipwise.).")
    private String topicPrefix = Topics.DEFAULT_PREFIX;

    public Topics topics() {
        return new Topics(topicPrefix);
    }

    /** Whether a cluster of the user's own is meant. */
    public boolean hasOwnCluster() {
        return bootstrapServer != null;
    }

    /** The user's own cluster, where one is meant. */
    public Optional<Cluster> ownCluster() {
        return hasOwnCluster()
                ? Optional.of(new Cluster(bootstrapServer, overrides()))
                : Optional.empty();
    }

    /**
     * The client properties that the user gives.
     *
     * @throws IllegalArgumentException when their file cannot be read
     */
    public Map<String, String> overrides() {
        var overrides = new LinkedHashMap<String, String>();
        if (commandConfig != null) {
            properties(commandConfig)
                    .forEach((key, value) -> overrides.put((String) key, (String) value));
        }
        overrides.putAll(commandProperties);
        return overrides;
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read --command-config " + file + ": " + e.getMessage());
        }
    }
}
