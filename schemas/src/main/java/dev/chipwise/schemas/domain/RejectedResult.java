package dev.chipwise.schemas.domain;

import java.util.Arrays;
import java.util.Objects;

/**
 * An event that was refused, kept whole.
 *
 * @param key the record's key, or null
 * @param original the record's bytes as they came; empty for a record without value
 * @param topic where it was read, without prefix, with partition and offset
 */
public record RejectedResult(
        Reason reason,
        String detail,
        String key,
        byte[] original,
        String topic,
        int partition,
        long offset) {

    @Override
    public boolean equals(Object other) {
        return other instanceof RejectedResult that
                && reason == that.reason
                && detail.equals(that.detail)
                && Objects.equals(key, that.key)
                && Arrays.equals(original, that.original)
                && topic.equals(that.topic)
                && partition == that.partition
                && offset == that.offset;
    }

    @Override
    public int hashCode() {
        return Objects.hash(reason, topic, partition, offset);
    }
}
