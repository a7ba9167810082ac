package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.ReferenceData;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The named questions that a store answers, exactly and in a fixed order, as of the last committed
 * batch. Not safe for several threads at once: each opens its own.
 */
public interface Queries extends AutoCloseable {

    /** Names of all models that have a result or a registered version, in order. */
    List<String> models();

    /** Versions of a model that have a result or are registered, in order of tag. */
    List<VersionKey> versions(String model);

    /**
     * What was registered for a model, oldest first; a tag may be there twice when they conflict.
     */
    List<ModelVersion> registrations(String model);

    /** Boards of a model that have a cell, in order of key. */
    List<BoardKey> boards(String model);

    /** Cells of a board, in order of key. */
    List<CellSummary> cells(BoardKey board);

    /** Cells of a model version, in order of key. */
    List<CellSummary> cells(VersionKey version);

    /** Scores of a board, in order of hardware id. */
    List<SuitabilityScore> scores(BoardKey board);

    /** Scores of all boards of a model, in order of key. */
    List<SuitabilityScore> scores(String model);

    Optional<Recommendation> recommendation(BoardKey board, String profile);

    /** Recommendations of all boards of a model, in order of key. */
    List<Recommendation> recommendations(String model);

    Optional<CompatibilitySnapshot> snapshot(VersionKey version);

    /** Latest snapshots of all versions of a model, in order of key. */
    List<CompatibilitySnapshot> snapshots(String model);

    /** Every revision that was read of a version's snapshot, oldest first. */
    List<CompatibilitySnapshot> snapshotHistory(VersionKey version);

    /** Newest first, at most this many. */
    List<CompatibilityChange> changes(String model, int most);

    /** Results of a model version that were not taken back, in order of time and id. */
    List<Result> results(VersionKey version);

    /** Profiles that users have added, by key; the shipped ones are in the catalogue. */
    SortedMap<String, ScoringProfile> profiles();

    /** What users have said of hardware, by key. */
    SortedMap<String, HardwareProfile> hardware();

    /** What scoring knows beside results, as the scorer has it. */
    default ReferenceData reference(Catalog catalog) {
        return ReferenceData.of(catalog, profiles(), hardware());
    }

    SortedMap<Reason, Long> rejectedCounts();

    /** Newest batch first, at most this many. */
    List<RejectedRow> rejections(int most);

    Progress progress();

    /** Newest batch first, at most this many entries. */
    List<LedgerEntry> ledger(int most);

    /** Rows by table name. */
    SortedMap<String, Long> rowCounts();

    @Override
    void close();
}
