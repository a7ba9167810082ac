package dev.chipwise.snapshotter.store;

import java.util.Comparator;

/**
 * One partition of one topic as it was created once: the unit of progress. A topic that is deleted
 * and created again has other lanes.
 *
 * @param clusterId of the Kafka cluster
 * @param topicId the UUID that Kafka gave the topic when it was created
 * @param topic name without prefix
 */
public record Lane(String clusterId, String topicId, String topic, int partition)
        implements Comparable<Lane> {

    private static final Comparator<Lane> ORDER =
            Comparator.comparing(Lane::topic)
                    .thenComparingInt(Lane::partition)
                    .thenComparing(Lane::topicId)
                    .thenComparing(Lane::clusterId);

    @Override
    public int compareTo(Lane other) {
        return ORDER.compare(this, other);
    }

    /** Whether both are the same partition by name, perhaps of another creation. */
    public boolean namedLike(Lane other) {
        return topic.equals(other.topic) && partition == other.partition;
    }
}
