package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** How fast one consumer reads what {@link RawProducer} has written, as committed records. */
public final class RawConsumer implements Trial {

    public static final Figure FIGURE = Figure.ceiling("Kafka consumer, read_committed");

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int EMPTY_POLLS = 100;

    private final Cluster cluster;
    private final Topic<byte[], byte[]> topic;
    private final long count;
    private final LongSupplier nanos;

    /**
     * @param count how many records there are
     */
    public RawConsumer(Cluster cluster, RawTopics topics, long count, LongSupplier nanos) {
        this.cluster = cluster;
        this.topic = topics.plain();
        this.count = count;
        this.nanos = nanos;
    }

    @Override
    public void measure(Observations observations) {
        var settings = ClientSettings.consumer(cluster, "chipwise-bench-consumer");
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            var partitions = Tail.partitions(consumer, List.of(topic));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            partitions.forEach(consumer::position);
            long start = nanos.getAsLong();
            read(consumer);
            observations.addRate(FIGURE, count, nanos.getAsLong() - start);
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        long read = 0;
        int empty = 0;
        while (read < count) {
            int polled = consumer.poll(POLL).count();
            read += polled;
            empty = polled == 0 ? empty + 1 : 0;
            if (empty > EMPTY_POLLS) {
                throw new IllegalStateException("only " + read + " of " + count + " records came");
            }
        }
    }
}
