package dev.chipwise.deploy.ops;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.kafka.SnapshotterListener;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the snapshotter does. Labels are kinds and verdicts, so their number is bounded. */
final class SnapshotterMetrics implements SnapshotterListener {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotterMetrics.class);

    private final MeterRegistry registry;

    SnapshotterMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void snapshotWritten(VersionKey version) {
        registry.counter("chipwise.snapshots.written").increment();
    }

    @Override
    public void changeTold(CompatibilityChange change) {
        registry.counter(
                        "chipwise.changes.told",
                        "kind",
                        change.kind().wireName(),
                        "verdict",
                        change.verdict().wireName())
                .increment();
    }

    @Override
    public void versionFailed(VersionKey version, RuntimeException defect) {
        registry.counter("chipwise.versions.failed").increment();
        LOG.atError()
                .addKeyValue("version", version.topicKey())
                .setCause(defect)
                .log("A version could not be folded or compared.");
    }
}
