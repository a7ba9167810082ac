package dev.chipwise.ingest.publish;

import java.util.SortedMap;
import java.util.TreeMap;

/** How far publishing has come in each partition: what has to be scored before all of it is. */
public final class Positions {

    private final SortedMap<String, SortedMap<Integer, Long>> last = new TreeMap<>();

    public synchronized void add(Acknowledgement.Accepted accepted) {
        last.computeIfAbsent(accepted.topic(), topic -> new TreeMap<>())
                .merge(accepted.partition(), accepted.offset(), Math::max);
    }

    /** The highest accepted offset by topic (without prefix) and partition. */
    public synchronized SortedMap<String, SortedMap<Integer, Long>> lastOffsets() {
        var copy = new TreeMap<String, SortedMap<Integer, Long>>();
        last.forEach((topic, offsets) -> copy.put(topic, new TreeMap<>(offsets)));
        return copy;
    }
}
