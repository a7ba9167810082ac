package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Scoring;
import java.util.ArrayList;
import java.util.List;

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

    /** Everything that the store alone can be caught at: all but I1. */
    public List<Finding> verify(Contents contents) {
        var findings = new ArrayList<>(contents.contradictions());
        findings.addAll(new LedgerCheck(contents).find());
        findings.addAll(
                new DerivedCheck(
                                contents,
                                scoring,
                                ReferenceData.of(contents, catalog),
                                snapshotHash)
                        .find());
        return findings;
    }

    /** Everything, against the topics up to the stored progress. */
    public List<Finding> verify(Contents contents, TopicReader topics) {
        var findings = new ArrayList<>(new TopicCheck(contents, topics).find());
        findings.addAll(verify(contents));
        return findings;
    }
}
