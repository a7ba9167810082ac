package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.ReferenceData;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks that a store tells the truth, by the invariants {@link Finding.Invariant I1 to I5}. To be
 * used at rest: while results are still being scored, what is derived lags behind.
 */
public final class StoreVerifier {

    private final Scoring scoring;
    private final Catalog catalog;
    private final SnapshotHash snapshotHash;

    public StoreVerifier(Scoring scoring, Catalog catalog, SnapshotHash snapshotHash) {
        this.scoring = scoring;
        this.catalog = catalog;
        this.snapshotHash = snapshotHash;
    }

    /** What holds also while results wait to be scored, of the store alone: all but I1 and I5. */
    public static List<Finding> verifyRecords(Contents contents) {
        var findings = new ArrayList<>(contents.contradictions());
        findings.addAll(new LedgerCheck(contents).find());
        return findings;
    }

    /** The same, and against the topics up to the stored progress: all but I5. */
    public static List<Finding> verifyRecords(
            Contents contents, TopicReader topics, Catalog catalog) {
        var findings = new ArrayList<>(new TopicCheck(contents, topics, catalog).find());
        findings.addAll(verifyRecords(contents));
        return findings;
    }

    /** Everything that the store alone can be caught at: all but I1. */
    public List<Finding> verify(Contents contents) {
        var findings = new ArrayList<>(verifyRecords(contents));
        findings.addAll(
                new DerivedCheck(contents, scoring, reference(contents), snapshotHash).find());
        return findings;
    }

    private ReferenceData reference(Contents contents) {
        return ReferenceData.of(
                catalog,
                latest(contents, ScoringProfile.class),
                latest(contents, HardwareProfile.class));
    }

    private static <T extends Record> Map<String, T> latest(Contents contents, Class<T> type) {
        return contents.latest(type).stream()
                .collect(Collectors.toMap(LatestRow::key, LatestRow::value));
    }

    /** Everything, against the topics up to the stored progress. */
    public List<Finding> verify(Contents contents, TopicReader topics) {
        var findings = new ArrayList<>(new TopicCheck(contents, topics, catalog).find());
        findings.addAll(verify(contents));
        return findings;
    }
}
