package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Folds the scores of a version into its compatibility snapshot. Equal sets of scores give equal
 * entries and content hashes, in whatever order they come.
 */
public final class Snapshots {

    /** The profile whose suitability and configuration a snapshot shows. */
    public static final String PROFILE = "balanced";

    private static final Comparator<Entry> ORDER =
            Comparator.<Entry, String>comparing(entry -> entry.workload().id())
                    .thenComparing(entry -> entry.hardware().id());

    private Snapshots() {}

    public static CompatibilitySnapshot of(
            VersionKey key, Collection<SuitabilityScore> scores, long revision) {
        return ofEntries(key, scores.stream().map(Snapshots::entry).toList(), revision);
    }

    /** The snapshot of entries already folded, in any order. */
    public static CompatibilitySnapshot ofEntries(
            VersionKey key, Collection<Entry> entries, long revision) {
        var sorted = sorted(entries);
        var asOf =
                sorted.stream()
                        .map(Entry::newest)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        return new CompatibilitySnapshot(key, sorted, revision, contentHash(sorted), asOf);
    }

    /** What a snapshot shows of one score. */
    public static Entry entry(SuitabilityScore score) {
        var shown = shownProfile(score.profiles());
        var compatibility = score.compatibility();
        return new Entry(
                score.workload(),
                score.hardware(),
                compatibility.state(),
                compatibility.level(),
                compatibility.score(),
                shown.map(ProfileScore::score).orElse(0.0),
                shown.map(ProfileScore::configuration).orElse(null),
                shown.map(ProfileScore::memoryRequirementMb).orElse(null),
                score.evidence(),
                score.grade(),
                score.runs(),
                score.newest());
    }

    static List<Entry> sorted(Collection<Entry> entries) {
        return entries.stream().sorted(ORDER).toList();
    }

    private static Optional<ProfileScore> shownProfile(List<ProfileScore> profiles) {
        return profiles.stream()
                .filter(score -> score.profile().equals(PROFILE))
                .findFirst()
                .or(() -> profiles.stream().findFirst());
    }

    /** Over the entries alone: neither the revision nor the time, which say when and not what. */
    private static String contentHash(List<Entry> sorted) {
        return Canonical.hash(sorted.stream().map(Canonical::text).collect(Collectors.joining()));
    }
}
