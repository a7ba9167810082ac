package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version in a comparison: what its snapshot shows, and its cells' summaries.
 *
 * @param entries in order of workload id, then hardware id
 * @param cells in order of key
 */
public record VersionSide(VersionKey key, List<Entry> entries, List<CellSummary> cells) {

    public VersionSide {
        entries = Snapshots.sorted(entries);
        cells = List.copyOf(byKey(cells).values());
    }

    public static VersionSide of(
            VersionKey key, Collection<SuitabilityScore> scores, Collection<CellSummary> cells) {
        return new VersionSide(
                key, scores.stream().map(Snapshots::entry).toList(), List.copyOf(cells));
    }

    public boolean isEmpty() {
        return entries.isEmpty() && cells.isEmpty();
    }

    private static SortedMap<String, CellSummary> byKey(Collection<CellSummary> cells) {
        var byKey = new TreeMap<String, CellSummary>();
        cells.forEach(cell -> byKey.put(cell.key().topicKey(), cell));
        return byKey;
    }
}
