package dev.chipwise.schemas.kafka;

import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that stands open in one partition, as its leader says.
 *
 * @param startOffset of its first record there; readers of committed records wait before it
 */
public record OpenTransaction(
        TopicPartition partition,
        long startOffset,
        long producerId,
        short producerEpoch,
        int coordinatorEpoch) {}
