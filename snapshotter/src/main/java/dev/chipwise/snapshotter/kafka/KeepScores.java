package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.snapshot.Snapshots;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps of every score what a snapshot shows of it, as a snapshot of one entry (a score is ten
 * times as large), and passes on the version when that changed.
 */
final class KeepScores extends ContextualProcessor<String, SuitabilityScore, String, VersionKey> {

    private KeyValueStore<String, CompatibilitySnapshot> entries;

    @Override
    public void init(ProcessorContext<String, VersionKey> context) {
        super.init(context);
        entries = context.getStateStore(Names.ENTRIES);
    }

    @Override
    public void process(Record<String, SuitabilityScore> record) {
        var parts = Key.split(record.key());
        var version = new VersionKey(parts.get(0), parts.get(1));
        var before = entries.get(record.key());
        var after = record.value() == null ? null : entry(version, record.value());
        if (after == null ? before == null : after.equals(before)) {
            return;
        }
        entries.put(record.key(), after);
        context().forward(record.withValue(version));
    }

    private static CompatibilitySnapshot entry(VersionKey version, SuitabilityScore score) {
        var entry = Snapshots.entry(score);
        return new CompatibilitySnapshot(version, List.of(entry), 0, "", Instant.EPOCH);
    }
}
