package dev.chipwise.schemas.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds and ends transactions that stand open in a partition though their coordinator knows nothing
 * of them any more, as a broker that is killed can leave them. Until then readers of what is
 * committed, and whoever asks where its group stopped, wait for ever.
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

    /** Longer than a coordinator needs to have its markers written. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

    private final Admin admin;
    private final Predicate<String> topics;

    /**
     * @param topics names of those to look at
     */
    HangingTransactions(Admin admin, Predicate<String> topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /** Those that no coordinator will end, also while others write: two looks agree on them. */
    List<OpenTransaction> find() throws ExecutionException, InterruptedException {
        var suspects = forgotten();
        if (!suspects.isEmpty()) {
            LockSupport.parkNanos(SECOND_LOOK.toNanos());
            suspects.retainAll(forgotten());
        }
        return suspects;
    }

    private List<OpenTransaction> forgotten() throws ExecutionException, InterruptedException {
        var open = open();
        var known =
                unfinished().stream()
                        .map(TransactionListing::producerId)
                        .collect(Collectors.toSet());
        open.removeIf(part -> known.contains(part.producerId()));
        return open;
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
            admin.abortTransaction(abortionOf(part)).all().get();
        }
        return open.size();
    }

    private static AbortTransactionSpec abortionOf(OpenTransaction part) {
        return new AbortTransactionSpec(
                part.partition(), part.producerId(), part.producerEpoch(), part.coordinatorEpoch());
    }

    /** Lets what is decided be finished and ends the rest; returns when that is under way. */
    private void fenceThoseThatAreKnown() throws ExecutionException, InterruptedException {
        var known = unfinished().stream().map(TransactionListing::transactionalId).toList();
        if (!known.isEmpty()) {
            admin.fenceProducers(known).all().get();
        }
    }

    /** What coordinators know of and will end. */
    private List<TransactionListing> unfinished() throws ExecutionException, InterruptedException {
        return admin.listTransactions().all().get().stream()
                .filter(transaction -> WILL_END.contains(transaction.state()))
                .toList();
    }

    private List<OpenTransaction> open() throws ExecutionException, InterruptedException {
        var open = new ArrayList<OpenTransaction>();
        producers()
                .forEach(
                        (partition, state) ->
                                state.activeProducers().stream()
                                        .flatMap(producer -> openBy(producer, partition).stream())
                                        .forEach(open::add));
        return open;
    }

    private static Optional<OpenTransaction> openBy(
            ProducerState producer, TopicPartition partition) {
        var start = producer.currentTransactionStartOffset();
        return start.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OpenTransaction(
                                partition,
                                start.getAsLong(),
                                producer.producerId(),
                                (short) producer.producerEpoch(),
                                producer.coordinatorEpoch().orElse(0)));
    }

    private Map<TopicPartition, PartitionProducerState> producers()
            throws ExecutionException, InterruptedException {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
        var partitions = new ArrayList<TopicPartition>();
        admin.describeTopics(names.stream().filter(topics).toList())
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
