package dev.chipwise.schemas.kafka;

/**
 * How a cluster spreads a topic. The partition count is the same for all topics and fixed for life.
 */
public record Layout(int partitions, int replicationFactor) {

    /** One broker on one machine. */
    public static final Layout EMBEDDED = new Layout(4, 1);

    public static final Layout CLUSTER = new Layout(12, 3);

    public Layout {
        if (partitions < 1 || replicationFactor < 1) {
            throw new IllegalArgumentException(
                    "partitions and replication factor must be at least 1: "
                            + partitions
                            + ", "
                            + replicationFactor);
        }
    }

    /**
     * How many brokers must have a record before it counts as kept: two, as soon as one more may be
     * away. With Kafka's default of one, the last broker in step could acknowledge alone and die.
     */
    public int minInSyncReplicas() {
        return replicationFactor > 2 ? 2 : 1;
    }
}
