package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends events that were encoded before with a publisher's settings, so that making them takes
 * nothing from what is measured.
 */
final class Feed implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final Topics topics;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Feed(Cluster cluster, Topics topics) {
        this.topics = topics;
        producer = new KafkaProducer<>(ClientSettings.producer(cluster, "chipwise-bench-feed"));
        topics.all().forEach(topic -> producer.partitionsFor(topic.fullName()));
    }

    /**
     * Hands an event over, waiting while too many are under way.
     *
     * @param then called on the producer's thread when it is acknowledged
     */
    void send(Wire<?> event, Consumer<Accepted> then) {
        var topic = Wire.topic(event.event(), topics);
        producer.send(
                new ProducerRecord<>(topic.fullName(), event.key(), event.value()),
                (kept, error) -> {
                    if (error == null) {
                        var id = event.event().envelope().eventId();
                        then.accept(
                                new Accepted(id, topic.name(), kept.partition(), kept.offset()));
                    } else {
                        failure.compareAndSet(null, error);
                    }
                });
    }

    /**
     * Returns when all is acknowledged.
     *
     * @throws IllegalStateException when the broker refused some of it
     */
    void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("the broker refused an event", failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
