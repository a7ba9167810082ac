package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.cli.ConnectionOptions;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Layout;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.report.OutputFormat;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Mixin;
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

    @Mixin private final ConnectionOptions connection = new ConnectionOptions();

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
        return connection.topics();
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
        return connection.hasOwnCluster();
    }

    /**
     * The cluster to talk to: the user's own, or the broker of the {@code up} that runs on the data
     * directory.
     */
    Cluster cluster() {
        return connection
                .ownCluster()
                .orElseGet(
                        () ->
                                new Cluster(
                                        RunningUp.require(dataDirectory()).bootstrapServers(),
                                        clientOverrides()));
    }

    Map<String, String> clientOverrides() {
        return connection.overrides();
    }

    /** The variables that the command was started with. */
    Map<String, String> environment() {
        return environment;
    }
}
