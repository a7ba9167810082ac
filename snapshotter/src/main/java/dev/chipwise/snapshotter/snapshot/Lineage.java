package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.Optional;

/** Which registration of a tag counts, and which version it names as its parent. */
public final class Lineage {

    private Lineage() {}

    /** Whether a registration counts where another of the same tag was there: the earliest does. */
    public static boolean counts(ModelVersion arrived, ModelVersion present) {
        return present == null || ModelVersion.EARLIEST_FIRST.compare(arrived, present) < 0;
    }

    /** The version to compare with; none for the first of its line. */
    public static Optional<VersionKey> parent(ModelVersion version) {
        return Optional.ofNullable(version)
                .map(ModelVersion::parentTag)
                .filter(tag -> !tag.equals(version.version().tag()))
                .map(tag -> new VersionKey(version.modelName(), tag));
    }
}
