package dev.chipwise.deploy.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** When the records of each partition became queryable. Safe for use by many threads. */
public final class Commits {

    private final Map<String, TreeMap<Long, Long>> byPartition = new HashMap<>();

    /** Every record below this offset was queryable at that time. */
    public synchronized void add(String topic, int partition, long nextOffset, long nanos) {
        byPartition
                .computeIfAbsent(topic + "-" + partition, any -> new TreeMap<>())
                .putIfAbsent(nextOffset, nanos);
    }

    /** Since when this record is queryable, if it is. */
    public synchronized OptionalLong of(String topic, int partition, long offset) {
        var commits = byPartition.get(topic + "-" + partition);
        var first = commits == null ? null : commits.higherEntry(offset);
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.getValue());
    }

    /**
     * Since when all of them are queryable, if they are.
     *
     * @param lastOffsets of each topic and partition
     */
    public OptionalLong of(SortedMap<String, SortedMap<Integer, Long>> lastOffsets) {
        var latest = OptionalLong.of(Long.MIN_VALUE);
        for (var topic : lastOffsets.entrySet()) {
            for (var last : topic.getValue().entrySet()) {
                var since = of(topic.getKey(), last.getKey(), last.getValue());
                latest = latest(latest, since);
            }
        }
        return latest;
    }

    private static OptionalLong latest(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(StrictMath.max(one.getAsLong(), other.getAsLong()));
    }
}
