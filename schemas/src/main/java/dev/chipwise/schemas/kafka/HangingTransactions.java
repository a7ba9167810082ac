package dev.chipwise.schemas.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/**
 * Ends transactions that stand open in a partition though their coordinator knows nothing of them
 * any more, as a broker that is killed can leave them. Until then readers of what is committed, and
 * whoever asks where its group stopped, wait for ever.
 */
final class HangingTransactions {

    private static final Set<TransactionState> WILL_END =
            Set.of(
                    TransactionState.ONGOING,
                    TransactionState.PREPARE_COMMIT,
                    TransactionState.PREPARE_ABORT,
                    TransactionState.PREPARE_EPOCH_FENCE);

    private static final int LOOKS = 40;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Admin admin;

    HangingTransactions(Admin admin) {
        this.admin = admin;
    }

    /**
     * Ends what is open, in order where its coordinator knows of it; returns how many parts nobody
     * knew of. Only for a cluster that nobody writes to yet.
     */
    int abort() throws ExecutionException, InterruptedException {
        var open = open();
        for (int look = 0; look < LOOKS && !open.isEmpty(); look++) {
            // Asked each time: a coordinator that has just started may not know what it has to end.
            fenceThoseThatAreKnown();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            open = open();
        }
        for (var part : open) {
            admin.abortTransaction(part).all().get();
        }
        return open.size();
    }

    /** Lets what is decided be finished and ends the rest; returns when that is under way. */
    private void fenceThoseThatAreKnown() throws ExecutionException, InterruptedException {
        var known =
                admin.listTransactions().all().get().stream()
                        .filter(HangingTransactions::willEnd)
                        .map(TransactionListing::transactionalId)
                        .toList();
        if (!known.isEmpty()) {
            admin.fenceProducers(known).all().get();
        }
    }

    private List<AbortTransactionSpec> open() throws ExecutionException, InterruptedException {
        var open = new ArrayList<AbortTransactionSpec>();
        for (var entry : producers().entrySet()) {
            for (var producer : entry.getValue().activeProducers()) {
                if (isOpen(producer)) {
                    open.add(
                            new AbortTransactionSpec(
                                    entry.getKey(),
                                    producer.producerId(),
                                    (short) producer.producerEpoch(),
                                    producer.coordinatorEpoch().orElse(0)));
                }
            }
        }
        return open;
    }

    private static boolean willEnd(TransactionListing transaction) {
        return WILL_END.contains(transaction.state());
    }

    private static boolean isOpen(ProducerState producer) {
        return producer.currentTransactionStartOffset().isPresent();
    }

    private Map<TopicPartition, PartitionProducerState> producers()
            throws ExecutionException, InterruptedException {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
        var partitions = new ArrayList<TopicPartition>();
        admin.describeTopics(List.copyOf(names))
                .allTopicNames()
                .get()
                .forEach(
                        (name, topic) ->
                                topic.partitions()
                                        .forEach(
                                                one ->
                                                        partitions.add(
                                                                new TopicPartition(
                                                                        name, one.partition()))));
        return admin.describeProducers(partitions).all().get();
    }
}
