package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.broker.EmbeddedBroker;
import dev.chipwise.deploy.ops.StageMetrics;
import dev.chipwise.ingest.http.GatewaySettings;
import dev.chipwise.ingest.http.Limits;
import dev.chipwise.ingest.http.ListenAddress;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.Layout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A broker in this JVM and a gateway before it, without any other stage. */
final class BrokerWithGateway implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Session session;
    private final boolean requiresToken;
    private final Limits limits;
    private final StageMetrics metrics = new StageMetrics();
    private final GatewayStage gateway;
    private EmbeddedBroker broker;

    BrokerWithGateway(Path directory, boolean requiresToken, Limits limits) {
        this.requiresToken = requiresToken;
        this.limits = limits;
        session = new Desk(directory).session("--quiet");
        broker = EmbeddedBroker.start(session.dataDirectory().broker());
        try (var admin = new ClusterAdmin(cluster(), PATIENCE)) {
            admin.topics().apply(session.allTopics(), Layout.EMBEDDED);
        }
        gateway = gatewayAt("0");
    }

    /** Another gateway before the same broker; whoever asks for it closes it. */
    GatewayStage gatewayAt(String address) {
        var settings =
                new GatewaySettings(
                        ListenAddress.parse(address),
                        requiresToken,
                        Optional.empty(),
                        Optional.empty(),
                        limits);
        return new Launch(session, cluster(), metrics).gateway(settings);
    }

    String url() {
        return gateway.gateway().url();
    }

    boolean isReady() {
        return gateway.isReady();
    }

    GatewayCaller caller() {
        return new GatewayCaller(url());
    }

    void stopBroker() {
        broker.close();
    }

    void startBroker() {
        broker = EmbeddedBroker.start(session.dataDirectory().broker());
    }

    Cluster cluster() {
        return Cluster.at(broker.bootstrapServers());
    }

    String scrape() {
        return metrics.scrape();
    }

    /** Ids of the benchmark results on the topic, in the order of partition and offset. */
    List<String> keptIds() {
        return ids(cluster(), session);
    }

    static List<String> ids(Cluster cluster, Session session) {
        var topic = session.topics().benchmarkResult();
        var values = topic.valueSerde().deserializer();
        return TopicTail.read(cluster, topic).stream()
                .map(record -> values.deserialize(topic.fullName(), record.value()))
                .map(result -> result.envelope().eventId())
                .toList();
    }

    @Override
    public void close() {
        gateway.close();
        metrics.close();
        broker.close();
    }
}
