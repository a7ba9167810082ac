package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The versions that wait for the next tick, longest waiting first. A mark is in the store from the
 * moment it is made, so a commit and a crash between two ticks lose nothing.
 */
final class DirtyVersions {

    private static final byte[] MARK = {1};

    private final KeyValueStore<String, byte[]> store;
    private final Set<VersionKey> waiting = new LinkedHashSet<>();

    DirtyVersions(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (var marks = store.all()) {
            marks.forEachRemaining(mark -> waiting.add(version(mark.key)));
        }
    }

    void mark(VersionKey version) {
        if (waiting.add(version)) {
            store.put(version.topicKey(), MARK);
        }
    }

    /** Takes those that waited longest; their marks are gone when this transaction commits. */
    List<VersionKey> take(int most) {
        var taken = new ArrayList<VersionKey>();
        var oldestFirst = waiting.iterator();
        while (taken.size() < most && oldestFirst.hasNext()) {
            var version = oldestFirst.next();
            oldestFirst.remove();
            store.delete(version.topicKey());
            taken.add(version);
        }
        return taken;
    }

    /** Leaves the mark of what could not be done for the next process. */
    void keepForLater(VersionKey version) {
        store.put(version.topicKey(), MARK);
    }

    private static VersionKey version(String mark) {
        var parts = Key.split(mark);
        return new VersionKey(parts.get(0), parts.get(1));
    }
}
