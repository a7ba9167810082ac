package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.List;

/** The content hash of the snapshot that these scores of a version make. */
@FunctionalInterface
public interface SnapshotHash {

    String of(VersionKey version, List<SuitabilityScore> scores);
}
