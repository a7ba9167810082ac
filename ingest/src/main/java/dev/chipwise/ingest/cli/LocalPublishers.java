package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.http.GatewayPublisher;
import dev.chipwise.ingest.kafka.EventRecords;
import dev.chipwise.ingest.kafka.KafkaPublisher;
import dev.chipwise.ingest.kafka.PublisherSettings;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.InMemoryPublisher;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Publishers that refuse, before sending, what the scorer would reject.
 *
 * @param cluster asked only when there is something to publish to it
 */
public record LocalPublishers(
        Supplier<Cluster> cluster, Supplier<Topics> topics, Catalog catalog, Clock clock)
        implements Publishers {

    @Override
    public Publisher connected() {
        return KafkaPublisher.to(cluster.get(), topics.get(), rules(), PublisherSettings.DEFAULT);
    }

    @Override
    public Publisher through(String url, Optional<String> token) {
        return GatewayPublisher.to(url, token, PublisherSettings.DEFAULT.patience());
    }

    @Override
    public Publisher dry() {
        return InMemoryPublisher.forgetting(rules().and(new EventRecords(topics.get())));
    }

    private Admission rules() {
        return Admission.byRules(new ResultValidator(catalog), clock);
    }
}
