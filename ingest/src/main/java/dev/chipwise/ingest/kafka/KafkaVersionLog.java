package dev.chipwise.ingest.kafka;

import dev.chipwise.ingest.publish.VersionLog;
import dev.chipwise.schemas.avro.UnreadableRecord;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads the topic of model versions from its beginning to its end of now; joins no group. */
public final class KafkaVersionLog implements VersionLog {

    private static final String READER = "chipwise-version-list";
    private static final Duration POLL = Duration.ofMillis(200);

    private final Cluster cluster;
    private final Topic<String, ModelVersion> topic;
    private final Duration patience;

    public KafkaVersionLog(Cluster cluster, Topics topics, Duration patience) {
        this.cluster = cluster;
        this.topic = topics.modelVersion();
        this.patience = patience;
    }

    @Override
    public List<ModelVersion> read() {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            var partitions =
                    consumer.partitionsFor(topic.fullName(), patience).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            if (partitions.isEmpty()) {
                throw new UnknownTopicOrPartitionException(topic.fullName());
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer.endOffsets(partitions, patience), consumer);
        } catch (KafkaException e) {
            throw BrokerFailure.of(e, cluster.bootstrapServers(), topic.fullName());
        }
    }

    private List<ModelVersion> readTo(
            Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer) {
        var versions = new ArrayList<ModelVersion>();
        long emptyPolls = 0;
        while (!isAt(ends, consumer)) {
            var records = consumer.poll(POLL);
            emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
            if (emptyPolls > patience.dividedBy(POLL)) {
                throw new TimeoutException("nothing more came");
            }
            records.forEach(record -> addReadable(record.value(), versions));
        }
        return versions;
    }

    private boolean isAt(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey(), patience) >= end.getValue());
    }

    /** What is not readable is on the dead-letter topic, not a version. */
    private void addReadable(byte[] value, List<ModelVersion> versions) {
        try {
            var version = topic.valueSerde().deserializer().deserialize(topic.fullName(), value);
            if (version != null) {
                versions.add(version);
            }
        } catch (UnreadableRecord skipped) {
            return;
        }
    }

    private Properties settings() {
        var settings = ClientSettings.consumer(cluster, READER);
        settings.putIfAbsent(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
        return settings;
    }
}
