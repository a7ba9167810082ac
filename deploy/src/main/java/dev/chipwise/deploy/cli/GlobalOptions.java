package dev.chipwise.deploy.cli;

import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Layout;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.report.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {

    @Option(
            names = "--data-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where everything is kept (default: $XDG_DATA_HOME/chipwise).")
    private Path dataDir;

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

    @Option(
            names = "--replication-factor",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description = "Of topics on your own cluster (default: 3).")
    private int replicationFactor = Layout.CLUSTER.replicationFactor();

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            description = "How answers are printed: ${COMPLETION-CANDIDATES} (default: table).")
    private OutputFormat output = OutputFormat.table;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing on stderr but errors.")
    private boolean quiet;

    private final Map<String, String> environment;

    GlobalOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    DataDirectory dataDirectory() {
        return dataDir == null ? DataDirectory.standard(environment) : new DataDirectory(dataDir);
    }

    /** What has to be added to a command so that it asks the same data directory. */
    String whereWords() {
        var asked = dataDirectory();
        return asked.equals(DataDirectory.standard(environment))
                ? ""
                : " --data-dir " + asked.root();
    }

    Topics topics() {
        return new Topics(topicPrefix);
    }

    OutputFormat output() {
        return output;
    }

    /** How topics are spread: over your own cluster, or on the single broker of {@code up}. */
    Layout layout() {
        return hasOwnCluster()
                ? new Layout(Layout.CLUSTER.partitions(), replicationFactor)
                : Layout.EMBEDDED;
    }

    boolean quiet() {
        return quiet;
    }

    /** Whether a cluster of the user's own is meant. */
    boolean hasOwnCluster() {
        return bootstrapServer != null;
    }

    /**
     * The cluster to talk to: the user's own, or the broker of the {@code up} that runs on the data
     * directory.
     */
    Cluster cluster() {
        if (bootstrapServer != null) {
            return new Cluster(bootstrapServer, clientOverrides());
        }
        return new Cluster(
                RunningUp.require(dataDirectory()).bootstrapServers(), clientOverrides());
    }

    Map<String, String> clientOverrides() {
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
            throw new UsageException(
                    "cannot read --command-config " + file + ": " + e.getMessage());
        }
    }
}
