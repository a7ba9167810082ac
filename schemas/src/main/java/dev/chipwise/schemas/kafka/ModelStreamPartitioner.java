package dev.chipwise.schemas.kafka;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * {@link ModelPartitioner} for a topology's sinks. A record without key, which only a rejected one
 * can be, may go anywhere.
 */
public final class ModelStreamPartitioner<V> implements StreamPartitioner<String, V> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int numPartitions) {
        return Optional.ofNullable(key)
                .map(present -> Set.of(ModelPartitioner.partition(present, numPartitions)));
    }
}
