package dev.chipwise.snapshotter.kafka;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Tells which lanes there are at the moment, and what they hold. */
@FunctionalInterface
interface LaneSource {

    Map<TopicPartition, LaneOffsets> find();

    /** Asks the cluster, over a connection that is closed again. */
    static LaneSource of(SinkConfig config) {
        return () -> LaneFinder.find(config);
    }
}
