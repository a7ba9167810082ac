package dev.chipwise.snapshotter.store;

import java.util.List;

/** What a committed batch did, one entry per slice in the batch's order. */
public record BatchOutcome(long batch, List<LedgerEntry> entries) {

    public BatchOutcome {
        entries = List.copyOf(entries);
    }
}
