package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.VersionKey;

/**
 * Hears what the topology does, for counting. Called by every stream thread, so it must be safe for
 * many threads and quick.
 */
public interface SnapshotterListener {

    /** Hears nothing. */
    SnapshotterListener NONE = new SnapshotterListener() {};

    /** A snapshot was written, or its tombstone. */
    default void snapshotWritten(VersionKey version) {}

    /** A change was told. */
    default void changeTold(CompatibilityChange change) {}

    /**
     * A defect of ours kept a version from being folded or compared; it is tried again when a score
     * touches it or the process starts again.
     */
    default void versionFailed(VersionKey version, RuntimeException defect) {}
}
