package dev.chipwise.deploy.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.deploy.broker.EmbeddedBroker;
import dev.chipwise.ingest.kafka.KafkaPublisher;
import dev.chipwise.ingest.kafka.KafkaVersionLog;
import dev.chipwise.ingest.kafka.PublisherSettings;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.FreshEnvelopes;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Layout;
import dev.chipwise.schemas.kafka.ModelPartitioner;
import dev.chipwise.schemas.kafka.TopicAdmin;
import dev.chipwise.schemas.kafka.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing to a real broker, and reading the log of versions back. */
class KafkaPublisherIT {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final PublisherSettings SETTINGS =
            new PublisherSettings(Duration.ofSeconds(10), 20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FreshEnvelopes envelopes = new FreshEnvelopes(new Random(1), CLOCK);
    private final Admission rules =
            Admission.byRules(new ResultValidator(Catalog.shipped()), CLOCK);

    @TempDir private Path directory;

    @Test
    void everyEventIsKeptWhereItsAcknowledgementSaysOrRefused() {
        try (var broker = EmbeddedBroker.start(directory)) {
            // Given
            var cluster = Cluster.at(broker.bootstrapServers());
            var topics = new Topics("it.");
            try (var admin = Admin.create(ClientSettings.admin(cluster, "it"))) {
                new TopicAdmin(admin).apply(topics.all(), Layout.EMBEDDED);
            }
            var versions =
                    IntStream.range(0, 100)
                            .mapToObj(i -> version("model-" + i % 7, "v" + i))
                            .toList();

            // When
            var kept = publish(versions, cluster, topics);

            // Then
            assertThat(kept).extracting(Accepted::eventId).isEqualTo(ids(versions));
            for (int i = 0; i < versions.size(); i++) {
                var model = versions.get(i).modelName();
                assertThat(kept.get(i).partition()).isEqualTo(ModelPartitioner.partition(model, 4));
            }
            var log = new KafkaVersionLog(cluster, topics, PATIENCE).read();
            assertThat(log).containsExactlyInAnyOrderElementsOf(versions);
            assertThat(log)
                    .filteredOn(version -> version.modelName().equals("model-3"))
                    .isEqualTo(
                            versions.stream()
                                    .filter(version -> version.modelName().equals("model-3"))
                                    .toList());
        }
    }

    @Test
    void aMissingTopicIsSaidInBoundedTime() {
        try (var broker = EmbeddedBroker.start(directory)) {
            var cluster = Cluster.at(broker.bootstrapServers());
            var topics = new Topics("nowhere.");
            var settings = new PublisherSettings(Duration.ofSeconds(1), 10);
            try (var publisher = KafkaPublisher.to(cluster, topics, rules, settings)) {
                publisher.publish(version("m", "v1"));

                assertThatThrownBy(publisher::flush)
                        .isInstanceOf(Undelivered.class)
                        .hasMessageContaining("nowhere.model.version.v1")
                        .hasMessageContaining("topics apply");
            }
            assertThatThrownBy(new KafkaVersionLog(cluster, topics, PATIENCE)::read)
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("no topic nowhere.model.version.v1");
        }
    }

    private List<Accepted> publish(List<ModelVersion> versions, Cluster cluster, Topics topics) {
        try (var publisher = KafkaPublisher.to(cluster, topics, rules, SETTINGS)) {
            var acknowledged = versions.stream().map(publisher::publish).toList();
            publisher.flush();
            return acknowledged.stream()
                    .map(each -> (Accepted) each.toCompletableFuture().join())
                    .toList();
        }
    }

    private static List<String> ids(List<ModelVersion> versions) {
        return versions.stream().map(version -> version.envelope().eventId()).toList();
    }

    private ModelVersion version(String model, String tag) {
        return new ModelVersion(
                envelopes.next(new Source(Source.Kind.CLI, "test", null, null)),
                Model.named(model),
                Version.tagged(tag),
                null,
                new TreeMap<>());
    }
}
