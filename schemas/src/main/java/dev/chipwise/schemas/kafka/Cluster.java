package dev.chipwise.schemas.kafka;

import java.util.Map;

/**
 * Which Kafka cluster, and how to talk to it.
 *
 * @param overrides client properties such as security settings; they win over everything that we
 *     would choose
 */
public record Cluster(String bootstrapServers, Map<String, String> overrides) {

    public Cluster {
        if (bootstrapServers == null || bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "no bootstrap servers; set --bootstrap-server host:port");
        }
        overrides = Map.copyOf(overrides);
    }

    public static Cluster at(String bootstrapServers) {
        return new Cluster(bootstrapServers, Map.of());
    }
}
