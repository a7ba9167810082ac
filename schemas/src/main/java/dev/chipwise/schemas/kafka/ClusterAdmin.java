package dev.chipwise.schemas.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** An open connection for questions about a cluster: its topics, and how far groups are behind. */
public final class ClusterAdmin implements AutoCloseable {

    private static final String GROUP_OFFSETS = "__consumer_offsets";

    private final Admin admin;
    private final Duration patience;

    /** Connects when first asked; every question waits at most {@code patience}. */
    public ClusterAdmin(Cluster cluster, Duration patience) {
        var settings = ClientSettings.admin(cluster, "chipwise-admin");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        this.patience = patience;
        admin = Admin.create(settings);
    }

    public TopicAdmin topics() {
        return new TopicAdmin(admin);
    }

    /**
     * The cluster's own id.
     *
     * @throws ClusterUnreachable when nobody answers
     */
    public String clusterId() {
        return get(admin.describeCluster().clusterId());
    }

    /** Committed records of these topics that the group has not yet committed as read. */
    public long lag(String groupId, Collection<? extends Topic<?, ?>> topics) {
        var committed =
                get(admin.listConsumerGroupOffsets(groupId).partitionsToOffsetAndMetadata());
        long lag = 0;
        for (var end : ends(topics).entrySet()) {
            var read = committed.get(end.getKey());
            lag += Math.max(0, end.getValue() - offset(read));
        }
        return lag;
    }

    /** How many members a consumer group has at the moment. */
    public int members(String groupId) {
        return get(admin.describeConsumerGroups(List.of(groupId)).describedGroups().get(groupId))
                .members()
                .size();
    }

    /** The end of every partition of these topics, as readers of committed records see it. */
    public Map<TopicPartition, Long> ends(Collection<? extends Topic<?, ?>> topics) {
        var names = topics.stream().map(Topic::fullName).toList();
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        get(admin.describeTopics(names).allTopicNames())
                .forEach(
                        (name, topic) -> {
                            for (TopicPartitionInfo partition : topic.partitions()) {
                                wanted.put(
                                        new TopicPartition(name, partition.partition()),
                                        OffsetSpec.latest());
                            }
                        });
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        var ends = new HashMap<TopicPartition, Long>();
        get(admin.listOffsets(wanted, options).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /**
     * Ends transactions that a killed broker has forgotten; returns how many. Only for a cluster
     * that nobody writes to yet.
     */
    public int abortHangingTransactions() {
        return ask(() -> new HangingTransactions(admin, any -> true).abort());
    }

    /**
     * Transactions that stand open for ever in topics whose names begin like this, or in the
     * offsets of consumer groups. Nothing behind them is read until they are ended.
     */
    public List<OpenTransaction> hangingTransactions(String prefix) {
        return ask(
                () ->
                        new HangingTransactions(
                                        admin,
                                        name ->
                                                name.startsWith(prefix)
                                                        || name.equals(GROUP_OFFSETS))
                                .find());
    }

    private interface Question<T> {

        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw unanswered(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unanswered(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ClusterUnreachable unanswered(Exception e) {
        return new ClusterUnreachable("the Kafka cluster does not answer: " + e.getMessage(), e);
    }

    private static ClusterUnreachable interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ClusterUnreachable("interrupted while the Kafka cluster was asked", e);
    }
}
