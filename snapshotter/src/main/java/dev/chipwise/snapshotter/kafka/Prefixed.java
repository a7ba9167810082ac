package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.VersionKey;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads the part of a store whose keys start alike. */
final class Prefixed {

    private static final StringSerializer KEYS = new StringSerializer();

    private Prefixed() {}

    /** What the keys under a version start with, and no others: v1 must not take in v10. */
    static String under(VersionKey version) {
        return version.topicKey() + "|";
    }

    /** A copy in order of key, so that the store may be written while it is read. */
    static <V> SortedMap<String, V> read(KeyValueStore<String, V> store, String prefix) {
        var found = new TreeMap<String, V>();
        try (var entries = store.prefixScan(prefix, KEYS)) {
            entries.forEachRemaining(entry -> found.put(entry.key, entry.value));
        }
        return found;
    }
}
