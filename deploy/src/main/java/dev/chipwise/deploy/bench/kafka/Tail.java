package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Follows topics from their ends of now, on a thread of its own, as any reader of committed records
 * would.
 */
final class Tail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Reader reader;
    private final LongSupplier nanos;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile long records;
    private volatile long lastSeen;
    private volatile RuntimeException failure;

    /** What is done with every record, on the tail's thread. */
    interface Reader {

        /** Looks at no record: counting is enough. */
        Reader NONE = (record, seen) -> {};

        void read(ConsumerRecord<byte[], byte[]> record, long seenNanos);
    }

    private Tail(KafkaConsumer<byte[], byte[]> consumer, Reader reader, LongSupplier nanos) {
        this.consumer = consumer;
        this.reader = reader;
        this.nanos = nanos;
    }

    static Tail of(
            Cluster cluster,
            List<? extends Topic<?, ?>> topics,
            Reader reader,
            LongSupplier nanos) {
        var settings = ClientSettings.consumer(cluster, "chipwise-bench-tail");
        var consumer = new KafkaConsumer<byte[], byte[]>(settings);
        var partitions = partitions(consumer, topics);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        var tail = new Tail(consumer, reader, nanos);
        new Thread(tail::run, "chipwise-bench-tail").start();
        return tail;
    }

    static List<TopicPartition> partitions(
            KafkaConsumer<byte[], byte[]> consumer, List<? extends Topic<?, ?>> topics) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : topics) {
            for (var info : consumer.partitionsFor(topic.fullName())) {
                partitions.add(new TopicPartition(info.topic(), info.partition()));
            }
        }
        return partitions;
    }

    /** How many records it has seen. */
    long records() {
        if (failure != null) {
            throw failure;
        }
        return records;
    }

    /** When it saw the last one. */
    long lastSeen() {
        return lastSeen;
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                poll();
            }
        } catch (WakeupException closed) {
            // It was asked to end.
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            ended.countDown();
        }
    }

    private void poll() {
        var polled = consumer.poll(POLL);
        if (polled.isEmpty()) {
            return;
        }
        long seen = nanos.getAsLong();
        polled.forEach(record -> reader.read(record, seen));
        lastSeen = seen;
        records += polled.count();
    }
}
