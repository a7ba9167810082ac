package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.CompatibilityChangeV1;
import dev.chipwise.schemas.domain.CompatibilityChange;

/** {@link CompatibilityChange} on the wire. */
final class CompatibilityChangeCodec extends AvroCodec<CompatibilityChange, CompatibilityChangeV1> {

    CompatibilityChangeCodec() {
        super("compatibility_change", CompatibilityChangeV1.getClassSchema());
    }

    @Override
    CompatibilityChangeV1 toWire(CompatibilityChange change) {
        return new CompatibilityChangeV1(
                change.model(),
                change.fromVersion(),
                change.toVersion(),
                SubjectParts.toWire(change.workload()),
                SubjectParts.toWire(change.hardware()),
                SubjectParts.toWire(change.configuration()),
                change.kind().wireName(),
                change.metric(),
                change.before(),
                change.after(),
                change.relativeChange(),
                change.pValue(),
                change.verdict().wireName(),
                change.severity().wireName(),
                change.runsBefore(),
                change.runsAfter(),
                change.runsNeeded(),
                change.evidence());
    }

    @Override
    CompatibilityChange fromWire(CompatibilityChangeV1 wire) {
        return new CompatibilityChange(
                wire.getModel(),
                wire.getFromVersion(),
                wire.getToVersion(),
                SubjectParts.fromWire(wire.getWorkload()),
                SubjectParts.fromWire(wire.getHardware()),
                SubjectParts.fromWire(wire.getConfiguration()),
                CompatibilityChange.Kind.of(wire.getKind()),
                wire.getMetric(),
                wire.getBefore(),
                wire.getAfter(),
                wire.getRelativeChange(),
                wire.getPValue(),
                CompatibilityChange.Verdict.of(wire.getVerdict()),
                CompatibilityChange.Severity.of(wire.getSeverity()),
                wire.getRunsBefore(),
                wire.getRunsAfter(),
                wire.getRunsNeeded(),
                wire.getEvidence());
    }
}
