package dev.chipwise.deploy.chaos;

import static org.awaitility.Awaitility.await;

import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** What an operator may do to a cluster behind the back of the pipeline. */
final class Tampering implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final byte[] KEY = {1};
    private static final byte[] VALUE = {2};

    private final Cluster cluster;
    private final Admin admin;

    Tampering(String broker) {
        cluster = Cluster.at(broker);
        admin = Admin.create(ClientSettings.admin(cluster, "tampering"));
    }

    /** Waits until the members that were killed are no longer counted as members. */
    void deleteGroup(String group) {
        whenEmpty(() -> admin.deleteConsumerGroups(List.of(group)).all().get());
    }

    /** Puts a group back to where every partition began. */
    void resetGroup(String group) {
        whenEmpty(
                () -> {
                    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
                    admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .keySet()
                            .forEach(each -> offsets.put(each, new OffsetAndMetadata(0)));
                    admin.alterConsumerGroupOffsets(group, offsets).all().get();
                });
    }

    void deleteTopic(String topic) throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(topic)).all().get();
        await().atMost(PATIENCE).until(() -> !admin.listTopics().names().get().contains(topic));
    }

    /** Records that come to every partition and are deleted by retention before anybody looks. */
    void writeAndDelete(String topic) throws ExecutionException, InterruptedException {
        var ends = new HashMap<TopicPartition, RecordsToDelete>();
        try (var producer =
                new KafkaProducer<byte[], byte[]>(ClientSettings.producer(cluster, "tampering"))) {
            for (var each : producer.partitionsFor(topic)) {
                var record = new ProducerRecord<>(topic, each.partition(), KEY, VALUE);
                long end = producer.send(record).get().offset() + 1;
                ends.put(
                        new TopicPartition(topic, each.partition()),
                        RecordsToDelete.beforeOffset(end));
            }
        }
        admin.deleteRecords(ends).all().get();
    }

    @Override
    public void close() {
        admin.close();
    }

    private interface Work {

        void run() throws ExecutionException, InterruptedException;
    }

    private static void whenEmpty(Work work) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(
                        () -> {
                            work.run();
                            return true;
                        });
    }
}
