package dev.chipwise.ingest.kafka;

import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.PublishCounts;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.Tally;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Publishes to Kafka, idempotently and acknowledged by all replicas. Once the broker has failed it
 * fails at once for every further event, so that an import ends in bounded time, unless it is one
 * that does not give up.
 */
public final class KafkaPublisher implements Publisher {

    private static final String CLIENT_ID = "chipwise-publisher";

    private final Producer<byte[], byte[]> producer;
    private final String bootstrapServers;
    private final EventRecords records;
    private final Admission admission;
    private final PublisherSettings settings;
    private final Semaphore free;
    private final boolean owned;
    private final Tally tally = new Tally();

    /** The first since the last flush; of one that gives up the first at all. */
    private final AtomicReference<Undelivered> failure = new AtomicReference<>();

    KafkaPublisher(
            Producer<byte[], byte[]> producer,
            String bootstrapServers,
            Topics topics,
            Admission admission,
            PublisherSettings settings,
            boolean owned) {
        this.producer = producer;
        this.bootstrapServers = bootstrapServers;
        this.records = new EventRecords(topics);
        this.admission = admission;
        this.settings = settings;
        this.free = new Semaphore(settings.mostUnderWay());
        this.owned = owned;
    }

    /**
     * A publisher to this cluster with a producer of its own, which is closed with it; nothing is
     * sent, and no broker needed, until the first event.
     *
     * @throws Undelivered when the cluster's name leads nowhere now, as without a network
     */
    public static KafkaPublisher to(
            Cluster cluster, Topics topics, Admission admission, PublisherSettings settings) {
        return new KafkaPublisher(
                producer(cluster, settings),
                cluster.bootstrapServers(),
                topics,
                admission,
                settings,
                true);
    }

    /**
     * A publisher that sends with the caller's producer, and never closes it. The promises are kept
     * only by a producer with the settings of {@link ClientSettings#producer}.
     *
     * @param cluster for messages only
     */
    public static KafkaPublisher with(
            Producer<byte[], byte[]> producer,
            Cluster cluster,
            Topics topics,
            Admission admission,
            PublisherSettings settings) {
        return new KafkaPublisher(
                producer, cluster.bootstrapServers(), topics, admission, settings, false);
    }

    @Override
    public CompletionStage<Acknowledgement> publish(Event event) {
        tally.published();
        var refused = admission.refusal(event);
        if (refused.isPresent()) {
            return refused(refused.get());
        }
        var outgoing = records.outgoing(event);
        var oversize = EventRecords.oversize(event, outgoing);
        if (oversize.isPresent()) {
            return refused(oversize.get());
        }
        free.acquireUninterruptibly();
        var delivery = new Delivery(event.envelope().eventId(), outgoing);
        send(delivery);
        return delivery.acknowledged.minimalCompletionStage();
    }

    @Override
    public void flush() {
        producer.flush();
        var why = settings.givesUp() ? failure.get() : failure.getAndSet(null);
        if (why != null) {
            throw why;
        }
    }

    @Override
    public PublishCounts counts() {
        return tally.counts();
    }

    @Override
    public void close() {
        if (owned) {
            producer.close(settings.patience());
        } else {
            producer.flush();
        }
    }

    private CompletionStage<Acknowledgement> refused(Refused refused) {
        tally.acknowledged(refused);
        return CompletableFuture.completedStage(refused);
    }

    private void send(Delivery delivery) {
        var why = failure.get();
        if (why != null && settings.givesUp()) {
            delivery.failed(why);
            return;
        }
        try {
            producer.send(delivery.outgoing.record(), delivery::settle);
        } catch (KafkaException | IllegalStateException e) {
            delivery.settle(null, e);
        }
    }

    private static Producer<byte[], byte[]> producer(Cluster cluster, PublisherSettings settings) {
        try {
            return new KafkaProducer<>(producerSettings(cluster, settings));
        } catch (KafkaException e) {
            throw BrokerFailure.ofSettings(e, cluster.bootstrapServers());
        }
    }

    private static Properties producerSettings(Cluster cluster, PublisherSettings settings) {
        var properties = ClientSettings.producer(cluster, CLIENT_ID);
        int patience = Math.toIntExact(settings.patience().toMillis());
        int wait = settings.givesUp() ? patience : patience / 2;
        choose(cluster, properties, ProducerConfig.MAX_BLOCK_MS_CONFIG, wait);
        choose(cluster, properties, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        choose(cluster, properties, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        return properties;
    }

    private static void choose(Cluster cluster, Properties properties, String name, int value) {
        if (!cluster.overrides().containsKey(name)) {
            properties.put(name, value);
        }
    }

    /** One event on its way. */
    private final class Delivery {

        private final String eventId;
        private final EventRecords.Outgoing outgoing;
        private final CompletableFuture<Acknowledgement> acknowledged = new CompletableFuture<>();

        Delivery(String eventId, EventRecords.Outgoing outgoing) {
            this.eventId = eventId;
            this.outgoing = outgoing;
        }

        void settle(RecordMetadata kept, Exception error) {
            if (error == null) {
                settled(
                        new Accepted(
                                eventId, outgoing.topic().name(), kept.partition(), kept.offset()));
            } else if (error instanceof RecordTooLargeException) {
                settled(new Refused(eventId, Reason.OVERSIZED, error.getMessage()));
            } else {
                var topic = outgoing.topic().fullName();
                failed(BrokerFailure.of(error, bootstrapServers, topic));
            }
        }

        private void settled(Acknowledgement acknowledgement) {
            tally.acknowledged(acknowledgement);
            free.release();
            acknowledged.complete(acknowledgement);
        }

        void failed(Undelivered undelivered) {
            failure.compareAndSet(null, undelivered);
            tally.undelivered();
            free.release();
            acknowledged.completeExceptionally(undelivered);
        }
    }
}
