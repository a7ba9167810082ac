package dev.chipwise.deploy.cli;

import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Everything that is on a topic now, for readers of committed records. */
final class TopicTail {

    private TopicTail() {}

    static List<ConsumerRecord<byte[], byte[]>> read(Cluster cluster, Topic<?, ?> topic) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer =
                new KafkaConsumer<byte[], byte[]>(ClientSettings.consumer(cluster, "tail"))) {
            var partitions =
                    consumer.partitionsFor(topic.fullName()).stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }
}
