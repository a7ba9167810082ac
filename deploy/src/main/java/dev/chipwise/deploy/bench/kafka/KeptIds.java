package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Losses;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads which benchmark results came onto their topic since it last looked. */
public final class KeptIds implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    public KeptIds(Cluster cluster, Topic<String, BenchmarkResult> topic) {
        consumer = new KafkaConsumer<>(ClientSettings.consumer(cluster, "chipwise-bench-kept"));
        partitions = Tail.partitions(consumer, List.of(topic));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Returns when these and no others have come, each as often as it is here.
     *
     * @throws IllegalStateException when it is not so
     */
    public void require(Collection<String> acknowledged) {
        Losses.between(acknowledged, read()).refuse();
    }

    private List<String> read() {
        var ids = new ArrayList<String>();
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
            for (var record : consumer.poll(POLL)) {
                ids.add(Codecs.benchmarkResult().decode(record.value()).envelope().eventId());
            }
        }
        return ids;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
