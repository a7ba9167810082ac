package dev.chipwise.planted.scorer.kafka;

import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** Planted: a second place that starts Streams. */
public final class StartsStreams {

    private StartsStreams() {}

    static KafkaStreams start(Topology topology) {
        return new KafkaStreams(topology, new Properties());
    }
}
