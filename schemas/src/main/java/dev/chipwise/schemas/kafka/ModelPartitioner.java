package dev.chipwise.schemas.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Keeps a model in one partition of every topic: hashes the key's bytes up to its first separator
 * with Kafka's murmur2. On a key without separator that is what every client's default partitioner
 * does.
 */
public final class ModelPartitioner implements Partitioner {

    private static final byte SEPARATOR = '|';

    @Override
    public int partition(
            String topic,
            Object key,
            byte[] keyBytes,
            Object value,
            byte[] valueBytes,
            Cluster cluster) {
        if (keyBytes == null) {
            throw new IllegalArgumentException(
                    "a record for " + topic + " has no key; its key starts with the model");
        }
        return partition(keyBytes, cluster.partitionsForTopic(topic).size());
    }

    /** The partition of a topic key among so many. */
    public static int partition(String key, int partitions) {
        return partition(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    private static int partition(byte[] key, int partitions) {
        int end = 0;
        while (end < key.length && key[end] != SEPARATOR) {
            end++;
        }
        var model = end == key.length ? key : Arrays.copyOf(key, end);
        return Utils.toPositive(Utils.murmur2(model)) % partitions;
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
}
