package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.kafka.KafkaPublisher;
import dev.chipwise.ingest.kafka.PublisherSettings;
import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The product's publisher with an {@link AckLedger} beside it. What is not acknowledged is sent
 * again with the same id, over a new connection, as a publisher does that sees timeouts. For one
 * thread.
 */
final class LedgerPublisher implements AutoCloseable {

    private static final PublisherSettings SETTINGS =
            new PublisherSettings(Duration.ofSeconds(20), 1_000);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Admission RULES =
            Admission.byRules(new ResultValidator(Catalog.shipped()), Clock.systemUTC());

    private final Cluster cluster;
    private final AckLedger ledger;
    private final Map<String, Event> unanswered = new ConcurrentHashMap<>();
    private Publisher publisher;
    private volatile boolean broken;

    LedgerPublisher(String broker, AckLedger ledger) {
        this.cluster = Cluster.at(broker);
        this.ledger = ledger;
        publisher = connected();
    }

    /** Publishes the first events of a story; returns when all are acknowledged. */
    static void publish(String broker, Story story, AckLedger ledger, int from, int to) {
        try (var publisher = new LedgerPublisher(broker, ledger)) {
            for (int n = from; n < to; n++) {
                publisher.publish(story.event(n));
            }
            publisher.settle();
        }
    }

    void publish(Event event) {
        ledger.handedOver(event.envelope().eventId());
        unanswered.put(event.envelope().eventId(), event);
        send(event);
    }

    /** Returns when everything handed over is acknowledged. */
    void settle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        flush();
        while (!unanswered.isEmpty() && System.nanoTime() < deadline) {
            List.copyOf(unanswered.values()).forEach(this::send);
            flush();
        }
        assertThat(unanswered.keySet()).as("not acknowledged within " + PATIENCE).isEmpty();
    }

    @Override
    public void close() {
        publisher.close();
    }

    private void flush() {
        try {
            publisher.flush();
        } catch (Undelivered failed) {
            broken = true;
        }
    }

    private void send(Event event) {
        if (broken) {
            publisher.close();
            broken = false;
            publisher = connected();
        }
        publisher
                .publish(event)
                .whenComplete(
                        (acknowledgement, failure) -> {
                            broken |= failure != null;
                            settled(event.envelope().eventId(), acknowledgement);
                        });
    }

    private void settled(String eventId, Acknowledgement acknowledgement) {
        if (acknowledgement instanceof Acknowledgement.Accepted) {
            ledger.acknowledged(eventId);
            unanswered.remove(eventId);
        }
    }

    private Publisher connected() {
        return KafkaPublisher.to(cluster, Topics.withDefaultPrefix(), RULES, SETTINGS);
    }
}
