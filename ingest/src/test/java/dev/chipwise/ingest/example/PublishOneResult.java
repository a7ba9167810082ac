package dev.chipwise.ingest.example;

import dev.chipwise.ingest.kafka.KafkaPublisher;
import dev.chipwise.ingest.kafka.PublisherSettings;
import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.time.Clock;

/** The library in twenty lines: {@code docs/ci.md} shows this file. */
final class PublishOneResult {

    private PublishOneResult() {}

    // example: begin
    /** Publishes to your cluster; close it when the last event is handed over. */
    static Publisher toCluster(String bootstrapServers) {
        var rules = Admission.byRules(new ResultValidator(Catalog.shipped()), Clock.systemUTC());
        return KafkaPublisher.to(
                Cluster.at(bootstrapServers),
                new Topics(Topics.DEFAULT_PREFIX),
                rules,
                PublisherSettings.DEFAULT);
    }

    /** What became of one event; throws Undelivered when the broker does not say. */
    static String publish(Publisher publisher, Event event) {
        var acknowledged = publisher.publish(event).toCompletableFuture();
        publisher.flush();
        return acknowledged.join() instanceof Acknowledgement.Refused refused
                ? "refused: " + refused.detail()
                : "accepted";
    }
    // example: end
}
