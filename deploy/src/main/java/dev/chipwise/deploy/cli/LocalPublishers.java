package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.cli.Publishers;
import dev.chipwise.ingest.http.GatewayPublisher;
import dev.chipwise.ingest.kafka.EventRecords;
import dev.chipwise.ingest.kafka.KafkaPublisher;
import dev.chipwise.ingest.kafka.PublisherSettings;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.InMemoryPublisher;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.ResultValidator;
import java.util.Optional;

/** Publishers that refuse, before sending, what the scorer would reject. */
record LocalPublishers(Session session) implements Publishers {

    @Override
    public Publisher connected() {
        return KafkaPublisher.to(
                session.cluster(), session.topics(), rules(), PublisherSettings.DEFAULT);
    }

    @Override
    public Publisher through(String url, Optional<String> token) {
        return GatewayPublisher.to(url, token, PublisherSettings.DEFAULT.patience());
    }

    @Override
    public Publisher dry() {
        return InMemoryPublisher.forgetting(rules().and(new EventRecords(session.topics())));
    }

    private Admission rules() {
        return Admission.byRules(new ResultValidator(session.catalog()), session.clock());
    }
}
