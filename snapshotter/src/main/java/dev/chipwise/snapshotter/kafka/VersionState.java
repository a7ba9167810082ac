package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.kafka.Received;
import dev.chipwise.snapshotter.snapshot.ChangeNews;
import dev.chipwise.snapshotter.snapshot.Lineage;
import dev.chipwise.snapshotter.snapshot.VersionSide;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What one task's stores know, version by version. */
final class VersionState {

    private final KeyValueStore<String, CompatibilitySnapshot> entries;
    private final KeyValueStore<String, Received<CellSummary>> summaries;
    private final KeyValueStore<String, ModelVersion> versions;
    private final KeyValueStore<String, byte[]> children;
    private final KeyValueStore<String, CompatibilitySnapshot> snapshots;
    private final KeyValueStore<String, CompatibilityChange> verdicts;

    VersionState(ProcessorContext<?, ?> context) {
        entries = context.getStateStore(Names.ENTRIES);
        summaries = context.getStateStore(Names.SUMMARIES);
        versions = context.getStateStore(Names.VERSIONS);
        children = context.getStateStore(Names.CHILDREN);
        snapshots = context.getStateStore(Names.SNAPSHOTS);
        verdicts = context.getStateStore(Names.VERDICTS);
    }

    List<Entry> entries(VersionKey version) {
        return Prefixed.read(entries, Prefixed.under(version)).values().stream()
                .flatMap(single -> single.entries().stream())
                .toList();
    }

    VersionSide side(VersionKey version) {
        var cells =
                Prefixed.read(summaries, Prefixed.under(version)).values().stream()
                        .map(Received::event)
                        .toList();
        return new VersionSide(version, entries(version), cells);
    }

    Optional<VersionKey> parent(VersionKey version) {
        return Lineage.parent(versions.get(version.topicKey()));
    }

    List<VersionKey> children(VersionKey version) {
        return Prefixed.read(children, Prefixed.under(version)).keySet().stream()
                .map(key -> new VersionKey(version.model(), Key.split(key).get(2)))
                .toList();
    }

    /** The snapshot published last; without entries when that was a tombstone; null when none. */
    CompatibilitySnapshot published(VersionKey version) {
        return snapshots.get(version.topicKey());
    }

    void publish(CompatibilitySnapshot snapshot) {
        snapshots.put(snapshot.key().topicKey(), snapshot);
    }

    /** The claims told about a version that still stand, by key. */
    SortedMap<String, CompatibilityChange> told(VersionKey later) {
        return Prefixed.read(verdicts, ChangeNews.keyPrefix(later));
    }

    void tell(
            SortedMap<String, CompatibilityChange> told,
            SortedMap<String, CompatibilityChange> standing) {
        told.keySet().stream().filter(key -> !standing.containsKey(key)).forEach(verdicts::delete);
        standing.forEach(
                (key, claim) -> {
                    if (!claim.equals(told.get(key))) {
                        verdicts.put(key, claim);
                    }
                });
    }
}
