package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.CompatibilitySnapshotV1;
import dev.chipwise.schemas.avro.wire.SnapshotEntryV1;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.VersionKey;

/** {@link CompatibilitySnapshot} on the wire. */
final class CompatibilitySnapshotCodec
        extends AvroCodec<CompatibilitySnapshot, CompatibilitySnapshotV1> {

    CompatibilitySnapshotCodec() {
        super("compatibility_snapshot", CompatibilitySnapshotV1.getClassSchema());
    }

    @Override
    CompatibilitySnapshotV1 toWire(CompatibilitySnapshot snapshot) {
        return new CompatibilitySnapshotV1(
                snapshot.key().model(),
                snapshot.key().version(),
                snapshot.entries().stream().map(CompatibilitySnapshotCodec::toWire).toList(),
                snapshot.revision(),
                snapshot.contentHash(),
                snapshot.asOf());
    }

    @Override
    CompatibilitySnapshot fromWire(CompatibilitySnapshotV1 wire) {
        return new CompatibilitySnapshot(
                new VersionKey(wire.getModel(), wire.getVersion()),
                wire.getEntries().stream().map(CompatibilitySnapshotCodec::fromWire).toList(),
                wire.getRevision(),
                wire.getContentHash(),
                wire.getAsOf());
    }

    private static SnapshotEntryV1 toWire(CompatibilitySnapshot.Entry entry) {
        return new SnapshotEntryV1(
                SubjectParts.toWire(entry.workload()),
                SubjectParts.toWire(entry.hardware()),
                entry.state().wireName(),
                entry.level().wireName(),
                entry.compatibility(),
                entry.suitability(),
                SubjectParts.toWire(entry.configuration()),
                entry.memoryRequirementMb(),
                entry.evidence().wireName(),
                entry.grade().wireName(),
                entry.runs(),
                entry.newest());
    }

    private static CompatibilitySnapshot.Entry fromWire(SnapshotEntryV1 wire) {
        return new CompatibilitySnapshot.Entry(
                SubjectParts.fromWire(wire.getWorkload()),
                SubjectParts.fromWire(wire.getHardware()),
                Compatibility.State.of(wire.getState()),
                Compatibility.Level.of(wire.getLevel()),
                wire.getCompatibility(),
                wire.getSuitability(),
                SubjectParts.fromWire(wire.getConfiguration()),
                wire.getMemoryRequirementMb(),
                Evidence.of(wire.getEvidence()),
                Grade.of(wire.getGrade()),
                wire.getRuns(),
                wire.getNewest());
    }
}
