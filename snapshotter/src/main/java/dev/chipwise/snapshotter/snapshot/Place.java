package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.domain.Workload;

/**
 * Where two versions are compared.
 *
 * @param workload {@link CellGroup#EVERY_WORKLOAD} when all workloads of the hardware are meant
 * @param configuration null when the hardware as a whole is meant
 */
record Place(
        VersionKey from,
        VersionKey to,
        Workload workload,
        Hardware hardware,
        Configuration configuration) {

    static Place of(VersionKey from, VersionKey to, Entry entry) {
        return new Place(from, to, entry.workload(), entry.hardware(), null);
    }

    static Place of(VersionKey from, VersionKey to, CellSummary cell) {
        return new Place(from, to, cell.workload(), cell.hardware(), cell.configuration());
    }

    CompatibilityChange change(Finding finding) {
        return new CompatibilityChange(
                from.model(),
                from.version(),
                to.version(),
                workload,
                hardware,
                configuration,
                finding.kind(),
                finding.metric(),
                finding.before(),
                finding.after(),
                finding.relativeChange(),
                finding.pValue(),
                finding.verdict(),
                finding.severity(),
                finding.runsBefore(),
                finding.runsAfter(),
                finding.runsNeeded(),
                finding.evidence());
    }
}
