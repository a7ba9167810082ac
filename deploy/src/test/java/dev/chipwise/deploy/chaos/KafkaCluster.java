package dev.chipwise.deploy.chaos;

import static org.awaitility.Awaitility.await;

import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Three brokers that replicate each other's records, with Kafka's own idea of how safely. */
final class KafkaCluster implements AutoCloseable {

    private static final int BROKERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<ClusterMember> members;
    private final Admin admin;

    private KafkaCluster(List<ClusterMember> members) {
        this.members = members;
        admin = Admin.create(ClientSettings.admin(Cluster.at(bootstrapServers()), "chaos"));
    }

    /** Returns when all of them serve. */
    static KafkaCluster start(Path directory) throws IOException {
        var members =
                IntStream.rangeClosed(1, BROKERS)
                        .mapToObj(id -> new ClusterMember(id, directory.resolve("broker-" + id)))
                        .toList();
        for (var member : members) {
            member.meet(members);
        }
        var cluster = new KafkaCluster(members);
        var started = false;
        try {
            for (var member : members) {
                member.start();
            }
            members.forEach(ClusterMember::awaitServing);
            started = true;
            return cluster;
        } finally {
            if (!started) {
                cluster.close();
            }
        }
    }

    String bootstrapServers() {
        return members.stream().map(ClusterMember::address).collect(Collectors.joining(","));
    }

    List<ClusterMember> members() {
        return members;
    }

    /** Who leads this partition. */
    ClusterMember leaderOf(TopicPartition partition)
            throws ExecutionException, InterruptedException {
        var topics = describe(List.of(partition.topic()));
        return member(
                topics.get(partition.topic())
                        .partitions()
                        .get(partition.partition())
                        .leader()
                        .id());
    }

    /** Who decides who leads. */
    ClusterMember controller() throws ExecutionException, InterruptedException {
        return member(admin.describeMetadataQuorum().quorumInfo().get().leaderId());
    }

    /** Returns when every partition has a leader and all its replicas in step with it. */
    void awaitWhole() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () ->
                                describe(admin.listTopics().names().get()).values().stream()
                                        .flatMap(topic -> topic.partitions().stream())
                                        .allMatch(KafkaCluster::isWhole));
    }

    private static boolean isWhole(TopicPartitionInfo partition) {
        return partition.leader() != null && partition.isr().size() == partition.replicas().size();
    }

    private Map<String, TopicDescription> describe(Collection<String> names)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(names).allTopicNames().get();
    }

    private ClusterMember member(int id) {
        return members.get(id - 1);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        members.forEach(ClusterMember::close);
    }
}
