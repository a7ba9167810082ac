package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.ScoringProfileV1;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.TreeMap;

/** {@link ScoringProfile} on the wire. */
final class ScoringProfileCodec extends AvroCodec<ScoringProfile, ScoringProfileV1> {

    ScoringProfileCodec() {
        super("scoring_profile", ScoringProfileV1.getClassSchema());
    }

    @Override
    ScoringProfileV1 toWire(ScoringProfile profile) {
        return new ScoringProfileV1(
                profile.id(), profile.version(), profile.weights(), profile.budgets());
    }

    @Override
    ScoringProfile fromWire(ScoringProfileV1 wire) {
        return new ScoringProfile(
                wire.getId(),
                wire.getVersion(),
                new TreeMap<>(wire.getWeights()),
                new TreeMap<>(wire.getBudgets()));
    }
}
