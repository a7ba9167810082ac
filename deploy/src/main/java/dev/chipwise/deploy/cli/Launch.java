package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.ops.StageMetrics;
import dev.chipwise.ingest.http.Gateway;
import dev.chipwise.ingest.http.GatewaySettings;
import dev.chipwise.ingest.kafka.KafkaPublisher;
import dev.chipwise.ingest.kafka.PublisherSettings;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.ListenedPublisher;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.StreamsApplication;
import dev.chipwise.schemas.kafka.StreamsProcess;
import dev.chipwise.schemas.kafka.StreamsSettings;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.scorer.kafka.ScorerConfig;
import dev.chipwise.scorer.kafka.ScorerTopology;
import dev.chipwise.snapshotter.kafka.Shard;
import dev.chipwise.snapshotter.kafka.SinkConfig;
import dev.chipwise.snapshotter.kafka.SnapshotTopology;
import dev.chipwise.snapshotter.kafka.SnapshotterConfig;

/** Starts stages against a cluster; the one place that knows how each is put together. */
final class Launch {

    private final Session session;
    private final Topics topics;
    private final Cluster cluster;
    private final StageMetrics metrics;

    Launch(Session session, Cluster cluster, StageMetrics metrics) {
        this.session = session;
        this.topics = session.topics();
        this.cluster = cluster;
        this.metrics = metrics;
    }

    GatewayStage gateway(GatewaySettings settings) {
        var limits = settings.limits();
        var patience = limits.answerPatience().multipliedBy(2).dividedBy(3);
        var kafka =
                KafkaPublisher.to(
                        cluster,
                        topics,
                        Admission.byRules(new ResultValidator(session.catalog()), session.clock()),
                        new PublisherSettings(patience, limits.recordsInFlight(), false));
        var publisher = new ListenedPublisher(kafka, metrics.publisher());
        var tokens = session.tokens();
        var gateway =
                Gateway.start(settings, tokens, publisher, session.catalog(), metrics.gateway());
        session.say("gateway at " + gateway.url() + "/v1/results");
        gateway.warning().ifPresent(session::say);
        return new GatewayStage(gateway);
    }

    RunningStage scorer(String instance) {
        var settings = StreamsSettings.of(cluster, application(Stage.SCORER, instance));
        var topology =
                ScorerTopology.build(
                        ScorerConfig.within(
                                Runtime.getRuntime().maxMemory(),
                                session.layout(null).partitions()),
                        topics,
                        session.catalog(),
                        metrics.scorer(),
                        settings);
        return new StreamsStage(Stage.SCORER, new StreamsProcess("scorer", topology, settings));
    }

    RunningStage snapshotter(String instance) {
        var settings = StreamsSettings.of(cluster, application(Stage.SNAPSHOTTER, instance));
        var topology =
                SnapshotTopology.build(
                        SnapshotterConfig.DEFAULT,
                        topics,
                        session.catalog(),
                        metrics.snapshotter(),
                        settings);
        return new StreamsStage(
                Stage.SNAPSHOTTER, new StreamsProcess("snapshotter", topology, settings));
    }

    SinkStage sink(String shard) {
        return SinkStage.start(
                SinkConfig.of(cluster, topics).keeping(Shard.parse(shard)),
                session.dataDirectory().newStoreFile(),
                session.catalog(),
                metrics.sink(),
                session.clock());
    }

    private StreamsApplication application(Stage stage, String instance) {
        var id = topics.applicationId(stage.word());
        return new StreamsApplication(
                id,
                stage.word() + "-" + instance,
                session.dataDirectory().state(),
                topics.dlq(id).fullName(),
                session.layout(null).replicationFactor(),
                StreamsApplication.DEFAULT_COMMIT_INTERVAL);
    }
}
