package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sink reads, and how much of it at once.
 *
 * @param deadLetters the applications whose dead-letter topics are read too
 * @param groupId where offsets are committed, for tools that show lag; the store's own progress
 *     decides
 * @param limits when a batch is closed
 */
public record SinkConfig(
        Cluster cluster,
        Topics topics,
        List<String> deadLetters,
        String groupId,
        Shard shard,
        Limits limits) {

    /**
     * When a batch is closed: at so many rows, at so many bytes, or when it is as old as the last
     * one took to write. So half of the time goes into collecting, and batches grow with the load.
     *
     * @param age how old a batch becomes at most
     */
    public record Limits(int rows, long bytes, Duration age) {

        public static final Limits DEFAULT = new Limits(20_000, 32L << 20, Duration.ofMillis(250));

        public Limits {
            if (rows < 1 || bytes < 1 || age.isNegative()) {
                throw new IllegalArgumentException(
                        "batch limits must be positive: "
                                + rows
                                + " rows, "
                                + bytes
                                + " bytes, "
                                + age);
            }
        }
    }

    public SinkConfig {
        deadLetters = List.copyOf(deadLetters);
    }

    /** Everything that the stages write, kept whole in one file. */
    public static SinkConfig of(Cluster cluster, Topics topics) {
        return new SinkConfig(
                cluster,
                topics,
                List.of(topics.applicationId("scorer")),
                topics.applicationId("sink"),
                Shard.WHOLE,
                Limits.DEFAULT);
    }

    /** A part of the partitions, in a group of its own; the whole is what it is already. */
    public SinkConfig keeping(Shard part) {
        if (part.equals(Shard.WHOLE)) {
            return this;
        }
        return new SinkConfig(
                cluster,
                topics,
                deadLetters,
                topics.applicationId("sink-" + part.index()),
                part,
                limits);
    }

    public SinkConfig with(Limits other) {
        return new SinkConfig(cluster, topics, deadLetters, groupId, shard, other);
    }

    /** Every topic that is read. */
    List<Topic<?, ?>> read() {
        var all = new ArrayList<Topic<?, ?>>(topics.all());
        deadLetters.forEach(application -> all.add(topics.dlq(application)));
        return all;
    }
}
