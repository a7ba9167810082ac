package dev.chipwise.schemas.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Waits until new topics can be written to. A cluster says that a topic is created before its
 * partitions live everywhere, and an idempotent producer that writes in between can be refused for
 * minutes.
 */
final class FirstWrite {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;

    FirstWrite(Admin admin) {
        this.admin = admin;
    }

    void await(Collection<String> topics, int partitions) {
        if (topics.isEmpty()) {
            return;
        }
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : topics) {
            for (int partition = 0; partition < partitions; partition++) {
                wanted.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isLive(wanted, deadline)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isLive(Map<TopicPartition, OffsetSpec> partitions, long deadline) {
        try {
            Answers.of(admin.listOffsets(partitions).all());
            return true;
        } catch (RetriableException | ClusterUnreachable notYet) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                throw new ClusterUnreachable(
                        "new topics were not ready after " + PATIENCE.toSeconds() + " s", notYet);
            }
            return false;
        }
    }
}
