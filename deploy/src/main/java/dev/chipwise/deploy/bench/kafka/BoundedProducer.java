package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Delays;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Posting;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How fast the broker takes records, and how soon it says so, when no more of them are under way
 * than a gateway would be given at once.
 */
public final class BoundedProducer implements Trial {

    private final Cluster cluster;
    private final Topic<byte[], byte[]> topic;
    private final List<Wire<?>> events;
    private final Posting posting;
    private final Duration each;
    private final LongSupplier nanos;

    /**
     * @param events sent one after the other, and again from the first
     * @param each how long it sends
     */
    public BoundedProducer(
            Cluster cluster,
            RawTopics topics,
            List<Wire<?>> events,
            Posting posting,
            Duration each,
            LongSupplier nanos) {
        this.cluster = cluster;
        this.topic = topics.plain();
        this.events = List.copyOf(events);
        this.posting = posting;
        this.each = each;
        this.nanos = nanos;
    }

    @Override
    public void measure(Observations observations) throws InterruptedException {
        var delays = new Delays();
        var failed = new AtomicLong();
        var free = new Semaphore(posting.underWay());
        var settings = ClientSettings.producer(cluster, "chipwise-bench-producer");
        try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
            producer.partitionsFor(topic.fullName());
            long start = nanos.getAsLong();
            int sent = 0;
            while (nanos.getAsLong() - start < each.toNanos()) {
                free.acquire();
                long begun = nanos.getAsLong();
                producer.send(
                        record(sent++),
                        (kept, error) -> {
                            delays.add(nanos.getAsLong() - begun);
                            failed.addAndGet(error == null ? 0 : 1);
                            free.release();
                        });
            }
            producer.flush();
            observations.addRate(posting.producer(), sent, nanos.getAsLong() - start);
            observations.add(posting.producerLate(), delays.percentileMs(0.99));
        }
        if (failed.get() > 0) {
            throw new IllegalStateException("the broker refused " + failed + " records");
        }
    }

    private ProducerRecord<byte[], byte[]> record(int number) {
        var event = events.get(number % events.size());
        return new ProducerRecord<>(topic.fullName(), event.key(), event.value());
    }
}
