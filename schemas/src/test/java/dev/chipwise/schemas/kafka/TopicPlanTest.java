package dev.chipwise.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.kafka.TopicPlan.Difference;
import dev.chipwise.schemas.kafka.TopicPlan.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private final Topic<?, ?> topic = Topics.withDefaultPrefix().cellSummary();

    @Test
    void aTopicThatTheClusterDoesNotKnowIsMissing() {
        var plan = TopicPlan.compare(topic, null, null, Layout.EMBEDDED);
        assertThat(plan.status()).isEqualTo(Status.MISSING);
        assertThat(plan.advice()).contains("chipwise.cell.summary.v1 is missing", "topics apply");
    }

    @Test
    void aTopicAsItShouldBeIsOk() {
        var plan = TopicPlan.compare(topic, partitions(4), config(Map.of()), Layout.EMBEDDED);
        assertThat(plan.status()).isEqualTo(Status.OK);
        assertThat(plan.differences()).isEmpty();
    }

    @Test
    void anotherSettingIsNamedWithBothValues() {
        var config = config(Map.of("cleanup.policy", "delete"));
        var plan = TopicPlan.compare(topic, partitions(4), config, Layout.EMBEDDED);
        assertThat(plan.status()).isEqualTo(Status.DIFFERENT);
        assertThat(plan.differences())
                .containsOnly(Map.entry("cleanup.policy", new Difference("compact", "delete")));
    }

    @Test
    void aTopicThatOneBrokerAloneMayAcknowledgeIsDifferentOnACluster() {
        var config = config(Map.of("min.insync.replicas", "1"));
        var plan = TopicPlan.compare(topic, partitions(12), config, Layout.CLUSTER);
        assertThat(plan.differences())
                .containsOnly(Map.entry("min.insync.replicas", new Difference("2", "1")));
    }

    @Test
    void oneBrokerMayAlwaysBeAwayWhereThereAreThree() {
        assertThat(new Layout(4, 1).minInSyncReplicas()).isEqualTo(1);
        assertThat(new Layout(4, 2).minInSyncReplicas()).isEqualTo(1);
        assertThat(new Layout(4, 3).minInSyncReplicas()).isEqualTo(2);
        assertThat(new Layout(4, 5).minInSyncReplicas()).isEqualTo(2);
    }

    @Test
    void anotherPartitionCountCannotBePutRight() {
        var plan = TopicPlan.compare(topic, partitions(3), config(Map.of()), Layout.EMBEDDED);
        assertThat(plan.status()).isEqualTo(Status.UNFIT);
        assertThat(plan.advice()).contains("has 3 partitions, not 4");
    }

    private TopicDescription partitions(int count) {
        var partitions = new ArrayList<TopicPartitionInfo>();
        for (int i = 0; i < count; i++) {
            partitions.add(new TopicPartitionInfo(i, Node.noNode(), List.of(), List.of()));
        }
        return new TopicDescription(topic.fullName(), false, partitions);
    }

    private Config config(Map<String, String> others) {
        var all = new TreeMap<>(topic.configs(Layout.EMBEDDED));
        all.putAll(others);
        return new Config(
                all.entrySet().stream()
                        .map(e -> new ConfigEntry(e.getKey(), e.getValue()))
                        .toList());
    }
}
