package dev.chipwise.schemas.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a model version can run on, and how well, at one time.
 *
 * @param entries in order of workload id, then hardware id
 * @param revision counts the snapshots of this version, from 1; depends on timing, unlike the rest
 * @param contentHash SHA-256 of the canonical entries: equal sets of events give equal hashes
 * @param asOf time of the newest event in it
 */
public record CompatibilitySnapshot(
        VersionKey key, List<Entry> entries, long revision, String contentHash, Instant asOf) {

    public CompatibilitySnapshot {
        entries = List.copyOf(entries);
    }

    /**
     * One hardware under one workload.
     *
     * @param suitability score of the balanced profile, 0 when a gate failed
     * @param configuration best configuration of the balanced profile, or null
     */
    public record Entry(
            Workload workload,
            Hardware hardware,
            Compatibility.State state,
            Compatibility.Level level,
            double compatibility,
            double suitability,
            Configuration configuration,
            Double memoryRequirementMb,
            Evidence evidence,
            Grade grade,
            int runs,
            Instant newest) {}
}
