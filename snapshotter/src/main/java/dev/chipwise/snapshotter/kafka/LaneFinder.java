package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.ClusterUnreachable;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.snapshotter.store.Lane;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks a cluster which lanes its topics have, and what they hold. */
final class LaneFinder {

    private final Admin admin;

    private LaneFinder(Admin admin) {
        this.admin = admin;
    }

    /** The lanes that a sink reads, by partition. */
    static Map<TopicPartition, LaneOffsets> find(SinkConfig config) {
        try (var admin =
                Admin.create(ClientSettings.admin(config.cluster(), config.groupId() + "-admin"))) {
            return new LaneFinder(admin).find(config.read(), config.shard());
        }
    }

    private Map<TopicPartition, LaneOffsets> find(Collection<Topic<?, ?>> topics, Shard shard) {
        var lanes = new HashMap<TopicPartition, Lane>();
        var clusterId = get(admin.describeCluster().clusterId());
        var names = topics.stream().map(Topic::fullName).toList();
        var described = get(admin.describeTopics(names).allTopicNames());
        for (var topic : topics) {
            var description = described.get(topic.fullName());
            for (var partition : description.partitions()) {
                if (shard.keeps(partition.partition())) {
                    lanes.put(
                            new TopicPartition(topic.fullName(), partition.partition()),
                            new Lane(
                                    clusterId,
                                    description.topicId().toString(),
                                    topic.name(),
                                    partition.partition()));
                }
            }
        }
        return withOffsets(lanes);
    }

    private Map<TopicPartition, LaneOffsets> withOffsets(Map<TopicPartition, Lane> lanes) {
        var partitions = new ArrayList<>(lanes.keySet());
        var beginnings = offsets(partitions, OffsetSpec.earliest());
        var ends = offsets(partitions, OffsetSpec.latest());
        var found = new HashMap<TopicPartition, LaneOffsets>();
        lanes.forEach(
                (partition, lane) ->
                        found.put(
                                partition,
                                new LaneOffsets(
                                        lane,
                                        beginnings.get(partition).offset(),
                                        ends.get(partition).offset())));
        return found;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(
            List<TopicPartition> partitions, OffsetSpec which) {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> wanted.put(partition, which));
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return get(admin.listOffsets(wanted, options).all());
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException missing) {
                throw new IllegalStateException(
                        "a topic is missing ("
                                + missing.getMessage()
                                + "); run: chipwise topics apply",
                        missing);
            }
            throw new ClusterUnreachable(
                    "the Kafka cluster does not answer: " + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterUnreachable("interrupted while the Kafka cluster was asked", e);
        }
    }
}
