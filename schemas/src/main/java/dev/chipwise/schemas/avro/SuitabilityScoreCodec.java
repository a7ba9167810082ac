package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.SuitabilityScoreV1;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.SuitabilityScore;
import java.util.TreeMap;

/** {@link SuitabilityScore} on the wire. */
final class SuitabilityScoreCodec extends AvroCodec<SuitabilityScore, SuitabilityScoreV1> {

    SuitabilityScoreCodec() {
        super("suitability_score", SuitabilityScoreV1.getClassSchema());
    }

    @Override
    SuitabilityScoreV1 toWire(SuitabilityScore score) {
        return new SuitabilityScoreV1(
                KeyParts.toWire(score.board()),
                SubjectParts.toWire(score.workload()),
                SubjectParts.toWire(score.hardware()),
                ScoreParts.toWire(score.compatibility()),
                score.components(),
                score.profiles().stream().map(ScoreParts::toWire).toList(),
                score.evidence().wireName(),
                score.grade().wireName(),
                score.runs(),
                score.newest(),
                score.inputsHash());
    }

    @Override
    SuitabilityScore fromWire(SuitabilityScoreV1 wire) {
        return new SuitabilityScore(
                KeyParts.fromWire(wire.getBoard()),
                SubjectParts.fromWire(wire.getWorkload()),
                SubjectParts.fromWire(wire.getHardware()),
                ScoreParts.fromWire(wire.getCompatibility()),
                new TreeMap<>(wire.getComponents()),
                wire.getProfiles().stream().map(ScoreParts::fromWire).toList(),
                Evidence.of(wire.getEvidence()),
                Grade.of(wire.getGrade()),
                wire.getRuns(),
                wire.getNewest(),
                wire.getInputsHash());
    }
}
