package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.http.GatewayPublisher;
import dev.chipwise.ingest.kafka.EventRecords;
import dev.chipwise.ingest.kafka.KafkaPublisher;
import dev.chipwise.ingest.kafka.PublisherSettings;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.InMemoryPublisher;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.RetryPause;
import dev.chipwise.ingest.publish.SpoolingPublisher;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.time.Clock;
import java.time.Duration;
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

    /** Between two tries to reach a broker that was away. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

    @Override
    public Publisher connected() {
        return KafkaPublisher.to(reached(), topics.get(), rules(), PublisherSettings.DEFAULT);
    }

    @Override
    public Publisher through(String url, Optional<String> token) {
        return GatewayPublisher.to(url, token, PublisherSettings.DEFAULT.patience());
    }

    @Override
    public SpoolingPublisher spooling(Spool spool, Supplier<Publisher> target) {
        return new SpoolingPublisher(
                spool, target, everyRule(), new RetryPause(BETWEEN_TRIES, System::nanoTime));
    }

    @Override
    public Publisher dry() {
        return InMemoryPublisher.forgetting(everyRule());
    }

    /** No running {@code up} is no broker, like one that does not answer. */
    private Cluster reached() {
        try {
            return cluster.get();
        } catch (NotReachableException e) {
            throw new Undelivered(e.getMessage(), e);
        }
    }

    private Admission everyRule() {
        return rules().and(new EventRecords(topics.get()));
    }

    private Admission rules() {
        return Admission.byRules(new ResultValidator(catalog), clock);
    }
}
