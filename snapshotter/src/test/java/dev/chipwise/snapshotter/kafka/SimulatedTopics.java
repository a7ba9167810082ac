package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.TopicReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A cluster's topics in memory, as a sink finds and reads them. */
final class SimulatedTopics implements LaneSource, TopicReader {

    static final Topics TOPICS = Topics.withDefaultPrefix();
    static final SinkConfig CONFIG = SinkConfig.of(Cluster.at("localhost:9"), TOPICS);
    static final RecordReader READER =
            new RecordReader(CONFIG, new ResultValidator(Catalog.shipped()));

    private static final String CLUSTER = "cluster";

    private final Map<TopicPartition, SimulatedLog> logs = new LinkedHashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> groupOffsets = new HashMap<>();

    SimulatedTopics() {
        grow(TOPICS.benchmarkResult());
        grow(TOPICS.benchmarkResult());
        grow(TOPICS.resultRetraction());
        grow(TOPICS.cellSummary());
        grow(TOPICS.suitabilityScore());
        grow(TOPICS.recommendation());
        grow(TOPICS.compatibilitySnapshot());
        grow(TOPICS.compatibilityChange());
        grow(TOPICS.rejectedResult());
        grow(TOPICS.dlq(CONFIG.deadLetters().get(0)));
    }

    /** One partition more. */
    void grow(Topic<?, ?> topic) {
        int number = of(topic).size();
        var partition = new TopicPartition(topic.fullName(), number);
        var lane = new Lane(CLUSTER, "id-of-" + topic.name(), topic.name(), number);
        logs.put(partition, new SimulatedLog(partition, lane));
    }

    List<SimulatedLog> of(Topic<?, ?> topic) {
        var found = new ArrayList<SimulatedLog>();
        for (var log : logs.values()) {
            if (log.partition().topic().equals(topic.fullName())) {
                found.add(log);
            }
        }
        return found;
    }

    List<SimulatedLog> all() {
        return List.copyOf(logs.values());
    }

    SimulatedLog log(TopicPartition partition) {
        return logs.get(partition);
    }

    /** What the group has committed; a sink must not care. */
    Map<TopicPartition, OffsetAndMetadata> groupOffsets() {
        return groupOffsets;
    }

    @Override
    public Map<TopicPartition, LaneOffsets> find() {
        var found = new HashMap<TopicPartition, LaneOffsets>();
        logs.forEach(
                (partition, log) ->
                        found.put(
                                partition,
                                new LaneOffsets(log.lane(), log.beginning(), log.lastStable())));
        return found;
    }

    @Override
    public long read(Lane lane, long from, long to, Consumer<Arrival> each) {
        var log = logs.values().stream().filter(one -> one.lane().equals(lane)).findFirst();
        long first = Math.max(from, log.orElseThrow().beginning());
        for (long offset = first; offset < to; offset++) {
            var entry = log.get().at(offset);
            if (entry.isVisible()) {
                each.accept(log.get().arrival(entry, READER));
            }
        }
        return first;
    }
}
