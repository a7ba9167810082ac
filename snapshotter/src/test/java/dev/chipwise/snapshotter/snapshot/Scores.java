package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Compatibility.Level;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Makes scores for tests. */
public final class Scores {

    private Scores() {}

    /** A score of one hardware under {@link Cells#IMAGES}. */
    public static SuitabilityScore score(
            VersionKey version, String device, State state, double suitability) {
        return score(
                version,
                Cells.IMAGES,
                device,
                state,
                Cells.NOON,
                profile(Snapshots.PROFILE, suitability));
    }

    public static SuitabilityScore score(
            VersionKey version,
            Workload workload,
            String device,
            State state,
            Instant newest,
            ProfileScore... profiles) {
        return new SuitabilityScore(
                new BoardKey(version.model(), version.version(), workload.id()),
                workload,
                Cells.hardware(device),
                new Compatibility(state, Level.FULL, 0.8, 3, 0, new TreeMap<>(), List.of("e1")),
                new TreeMap<>(),
                List.of(profiles),
                Evidence.REAL,
                Grade.B,
                3,
                newest,
                "hash");
    }

    public static ProfileScore profile(String id, double score) {
        return new ProfileScore(
                id,
                1,
                score,
                score,
                score,
                1,
                1,
                1,
                Cells.configuration(id),
                null,
                List.of(),
                List.of());
    }
}
