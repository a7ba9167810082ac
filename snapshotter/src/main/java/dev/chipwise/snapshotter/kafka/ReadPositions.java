package dev.chipwise.snapshotter.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * How far each partition has been read. It never waits for a broker: while a partition changes its
 * leader the consumer itself cannot tell, and that is no reason to stop.
 */
final class ReadPositions {

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    ReadPositions(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    void startAt(TopicPartition partition, long offset) {
        next.put(partition, offset);
    }

    void read(ConsumerRecord<?, ?> record) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    /** Asks the consumer, which also knows of the markers that it has read over. */
    void refresh() {
        next.replaceAll(this::askOrKeep);
    }

    long of(TopicPartition partition) {
        return next.get(partition);
    }

    private long askOrKeep(TopicPartition partition, long known) {
        try {
            return consumer.position(partition, Duration.ZERO);
        } catch (TimeoutException nobodyTellsNow) {
            return known;
        }
    }
}
