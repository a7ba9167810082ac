package dev.chipwise.snapshotter.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * Kafka's consumer for tests over simulated logs: a poll brings any number of committed records of
 * any partitions, and stops anywhere in the gap behind them.
 */
class SimulatedConsumer extends MockConsumer<byte[], byte[]> {

    private static final int MOST_RECORDS = 8;

    private final SimulatedTopics topics;
    private final SimulatedProcess process;
    private final Random random;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final List<TopicPartition> assigned = new ArrayList<>();

    /** What a consumer lives in. */
    record World(SimulatedTopics topics, SimulatedProcess process, Random random) {}

    SimulatedConsumer(World world) {
        super("none");
        topics = world.topics();
        process = world.process();
        random = world.random();
    }

    @Override
    public void assign(Collection<TopicPartition> partitions) {
        assigned.addAll(partitions);
        // Hash maps must not decide what a seed means.
        assigned.sort((a, b) -> a.toString().compareTo(b.toString()));
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata to) {
        positions.put(partition, to.offset());
        to.leaderEpoch()
                .filter(epoch -> topics.log(partition).endOfEpoch(epoch) < to.offset())
                .ifPresent(
                        epoch -> {
                            throw new LogTruncationException(
                                    Map.of(partition, to.offset()), Map.of());
                        });
    }

    @Override
    public long position(TopicPartition partition) {
        return positions.get(partition);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        process.pause("poll");
        process.waited(wait);
        var found = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        int most = 1 + random.nextInt(MOST_RECORDS);
        var order = new ArrayList<>(assigned);
        Collections.shuffle(order, random);
        for (var partition : order) {
            var records = read(topics.log(partition), most);
            if (!records.isEmpty()) {
                found.put(partition, records);
                most -= records.size();
            }
        }
        process.pause("polled");
        return new ConsumerRecords<>(found, Map.of());
    }

    private List<ConsumerRecord<byte[], byte[]>> read(SimulatedLog log, int most) {
        var partition = log.partition();
        long position = positions.get(partition);
        if (position < log.beginning()) {
            throw new OffsetOutOfRangeException(Map.of(partition, position));
        }
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        long end = end(log);
        while (position < end) {
            var entry = log.at(position);
            if (isWanted(entry)) {
                if (records.size() >= most) {
                    break;
                }
                records.add(log.record(entry));
            } else if (random.nextInt(4) == 0) {
                break;
            }
            position++;
        }
        positions.put(partition, position);
        return records;
    }

    /** How far it may read. */
    long end(SimulatedLog log) {
        return log.lastStable();
    }

    boolean isWanted(SimulatedLog.Entry entry) {
        return entry.isVisible();
    }

    @Override
    public void commitAsync(
            Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
        if (random.nextInt(4) == 0) {
            callback.onComplete(offsets, new CommitFailedException());
        } else {
            topics.groupOffsets().putAll(offsets);
            callback.onComplete(offsets, null);
        }
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
        var found = new HashMap<>(topics.groupOffsets());
        found.keySet().retainAll(partitions);
        return found;
    }

    @Override
    public void close() {}

    @Override
    public void close(CloseOptions how) {}
}
