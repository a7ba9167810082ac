package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How fast the broker takes the bytes of the events from a producer with our settings. */
public final class RawProducer implements Trial {

    public static final Figure FIGURE = Figure.ceiling("Kafka producer, acks=all");

    private final Cluster cluster;
    private final Topic<byte[], byte[]> topic;
    private final List<Wire<?>> events;
    private final LongSupplier nanos;

    public RawProducer(
            Cluster cluster, RawTopics topics, List<Wire<?>> events, LongSupplier nanos) {
        this.cluster = cluster;
        this.topic = topics.plain();
        this.events = List.copyOf(events);
        this.nanos = nanos;
    }

    @Override
    public void measure(Observations observations) {
        long took = send(cluster, topic, events, nanos);
        observations.addRate(FIGURE, events.size(), took);
    }

    /** Sends all of them, and returns how long it took until all were acknowledged. */
    static long send(
            Cluster cluster,
            Topic<byte[], byte[]> topic,
            List<Wire<?>> events,
            LongSupplier nanos) {
        var settings = ClientSettings.producer(cluster, "chipwise-bench-producer");
        var acknowledged = new AtomicLong();
        try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
            producer.partitionsFor(topic.fullName());
            long start = nanos.getAsLong();
            for (var event : events) {
                producer.send(
                        new ProducerRecord<>(topic.fullName(), event.key(), event.value()),
                        (kept, error) -> acknowledged.addAndGet(error == null ? 1 : 0));
            }
            producer.flush();
            long took = nanos.getAsLong() - start;
            if (acknowledged.get() != events.size()) {
                throw new IllegalStateException(
                        "the broker took " + acknowledged + " of " + events.size() + " records");
            }
            return took;
        }
    }
}
