package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.CompatibilityV1;
import dev.chipwise.schemas.avro.wire.ContributionV1;
import dev.chipwise.schemas.avro.wire.FailedGateV1;
import dev.chipwise.schemas.avro.wire.ProfileScoreV1;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.ProfileScore;
import java.util.TreeMap;

/** A score's parts, both ways. */
final class ScoreParts {

    private ScoreParts() {}

    static CompatibilityV1 toWire(Compatibility compatibility) {
        return new CompatibilityV1(
                compatibility.state().wireName(),
                compatibility.level().wireName(),
                compatibility.score(),
                compatibility.successes(),
                compatibility.failures(),
                compatibility.failureClasses(),
                compatibility.evidenceIds());
    }

    static Compatibility fromWire(CompatibilityV1 wire) {
        return new Compatibility(
                Compatibility.State.of(wire.getState()),
                Compatibility.Level.of(wire.getLevel()),
                wire.getScore(),
                wire.getSuccesses(),
                wire.getFailures(),
                new TreeMap<>(wire.getFailureClasses()),
                wire.getEvidenceIds());
    }

    static ProfileScoreV1 toWire(ProfileScore score) {
        return new ProfileScoreV1(
                score.profile(),
                score.profileVersion(),
                score.score(),
                score.lower(),
                score.upper(),
                score.rank(),
                score.tier(),
                score.confidence(),
                SubjectParts.toWire(score.configuration()),
                score.memoryRequirementMb(),
                score.why().stream().map(ScoreParts::toWire).toList(),
                score.failedGates().stream()
                        .map(gate -> new FailedGateV1(gate.gate(), gate.detail()))
                        .toList());
    }

    static ProfileScore fromWire(ProfileScoreV1 wire) {
        return new ProfileScore(
                wire.getProfile(),
                wire.getProfileVersion(),
                wire.getScore(),
                wire.getLower(),
                wire.getUpper(),
                wire.getRank(),
                wire.getTier(),
                wire.getConfidence(),
                SubjectParts.fromWire(wire.getConfiguration()),
                wire.getMemoryRequirementMb(),
                wire.getWhy().stream().map(ScoreParts::fromWire).toList(),
                wire.getFailedGates().stream()
                        .map(gate -> new ProfileScore.FailedGate(gate.getGate(), gate.getDetail()))
                        .toList());
    }

    private static ContributionV1 toWire(ProfileScore.Contribution why) {
        return new ContributionV1(why.metric(), why.value(), why.weight(), why.contribution());
    }

    private static ProfileScore.Contribution fromWire(ContributionV1 wire) {
        return new ProfileScore.Contribution(
                wire.getMetric(), wire.getValue(), wire.getWeight(), wire.getContribution());
    }
}
