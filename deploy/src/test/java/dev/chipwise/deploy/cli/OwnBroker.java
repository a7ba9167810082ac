package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.broker.EmbeddedBroker;
import dev.chipwise.deploy.ops.OpsServer;
import dev.chipwise.deploy.ops.StageMetrics;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.Layout;
import java.time.Duration;

/**
 * What {@code up} runs, with a broker in this JVM and topics of any number of partitions; commands
 * find it by its data directory.
 */
final class OwnBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataDirectory directory;
    private final RunningUp.Ownership ownership;
    private final EmbeddedBroker broker;
    private final RunningStages stages = new RunningStages();
    private final StageMetrics metrics = new StageMetrics();
    private final OpsServer ops;

    OwnBroker(Session session, int partitions) {
        directory = session.dataDirectory();
        ownership = RunningUp.own(directory);
        broker = EmbeddedBroker.start(directory.broker());
        var cluster = Cluster.at(broker.bootstrapServers());
        try (var admin = new ClusterAdmin(cluster, PATIENCE)) {
            admin.topics().apply(session.allTopics(), new Layout(partitions, 1));
        }
        var launch = new Launch(session, cluster, metrics);
        var sink = launch.sink("0/1");
        stages.add(sink);
        stages.add(launch.snapshotter("0"));
        stages.add(launch.scorer("0"));
        ops = new OpsServer(0, stages, metrics, sink::copy);
        RunningUp.here(broker.bootstrapServers(), ops.port()).write(directory);
    }

    /** Whether every stage does its work. */
    boolean isReady() {
        return stages.notReady().isEmpty();
    }

    @Override
    public void close() {
        RunningUp.remove(directory);
        ops.close();
        stages.close();
        metrics.close();
        broker.close();
        ownership.close();
    }
}
