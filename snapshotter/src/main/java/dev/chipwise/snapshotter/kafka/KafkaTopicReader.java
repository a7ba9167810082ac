package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.TopicReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads committed records again, without taking part in any group. For one thread. */
public final class KafkaTopicReader implements TopicReader, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RecordReader reader;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<Lane, TopicPartition> partitions = new HashMap<>();
    private final Map<Lane, Long> beginnings = new HashMap<>();

    public KafkaTopicReader(SinkConfig config, ResultValidator validator) {
        reader = new RecordReader(config, validator);
        var settings = ClientSettings.consumer(config.cluster(), config.groupId() + "-verify");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        LaneFinder.find(config)
                .forEach(
                        (partition, offsets) -> {
                            partitions.put(offsets.lane(), partition);
                            beginnings.put(offsets.lane(), offsets.beginning());
                        });
        consumer = new KafkaConsumer<>(settings);
    }

    @Override
    public long read(Lane lane, long from, long to, java.util.function.Consumer<Arrival> each) {
        var partition = partitions.get(lane);
        if (partition == null) {
            throw new ProgressLostException(
                    "the cluster has no " + lane + "; the store was filled from another one");
        }
        long first = Math.max(from, beginnings.get(lane));
        if (first >= to) {
            return first;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, first);
        readTo(partition, to, each);
        return first;
    }

    private void readTo(
            TopicPartition partition, long to, java.util.function.Consumer<Arrival> each) {
        long emptyPolls = 0;
        while (consumer.position(partition) < to) {
            var records = consumer.poll(POLL);
            emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
            if (emptyPolls > PATIENCE.dividedBy(POLL)) {
                throw new ProgressLostException(
                        partition
                                + " gives no records from "
                                + consumer.position(partition)
                                + " on, though the store has read up to "
                                + to);
            }
            for (var record : records) {
                if (record.offset() < to) {
                    each.accept(reader.read(record));
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
