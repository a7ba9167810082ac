package dev.chipwise.scorer.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The values used last, decoded; bounded by their weight. A copy of what is in a store, never more,
 * and gone with the task.
 */
final class HeapCache<K, V> {

    private final int most;
    private final ToIntFunction<V> weigh;
    private final Map<K, Held<V>> values = new LinkedHashMap<>(16, 0.75f, true);
    private int total;

    private record Held<V>(V value, int weight) {}

    /**
     * An empty cache.
     *
     * @param most that the held values weigh together
     */
    HeapCache(int most, ToIntFunction<V> weigh) {
        this.most = most;
        this.weigh = weigh;
    }

    /** The value under this key, or null when it is not held. */
    V get(K key) {
        var held = values.get(key);
        return held == null ? null : held.value;
    }

    void put(K key, V value) {
        // An empty value takes room too.
        var arrived = new Held<>(value, weigh.applyAsInt(value) + 1);
        var before = values.put(key, arrived);
        total += arrived.weight - (before == null ? 0 : before.weight);
        var leastUsedFirst = values.values().iterator();
        while (total > most && leastUsedFirst.hasNext()) {
            total -= leastUsedFirst.next().weight;
            leastUsedFirst.remove();
        }
    }
}
