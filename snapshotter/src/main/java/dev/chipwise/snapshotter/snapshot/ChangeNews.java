package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Severity;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to tell about a version compared with its parent, given what was told before: a claim once,
 * another claim about the same thing, and a claim that no longer stands. What is not sure is told
 * only when it takes back a claim; what one side lacks is not told, since a version that is still
 * being measured lacks much.
 *
 * @param news to be told now, in order of key
 * @param standing the claims that stand from now on, by key
 */
public record ChangeNews(
        List<CompatibilityChange> news, SortedMap<String, CompatibilityChange> standing) {

    private static final String WITHDRAWN = "withdrawn, the results no longer say so; it was: ";

    public ChangeNews {
        news = List.copyOf(news);
        standing = new TreeMap<>(standing);
    }

    /**
     * @param current all changes that the comparison finds now
     * @param told the claims told before that stood until now, by key
     */
    public static ChangeNews of(
            Collection<CompatibilityChange> current, SortedMap<String, CompatibilityChange> told) {
        var claims = new TreeMap<String, CompatibilityChange>();
        var doubts = new TreeMap<String, CompatibilityChange>();
        for (var change : current) {
            if (!isAbsence(change)) {
                (isClaim(change) ? claims : doubts).put(key(change), change);
            }
        }
        var news = new TreeMap<String, CompatibilityChange>();
        var standing = new TreeMap<String, CompatibilityChange>();
        claims.forEach(
                (key, claim) -> {
                    var before = told.get(key);
                    boolean known = before != null && sameClaim(before, claim);
                    standing.put(key, known ? before : claim);
                    if (!known) {
                        news.put(key, claim);
                    }
                });
        told.forEach(
                (key, before) -> {
                    if (!claims.containsKey(key)) {
                        news.put(key, doubts.getOrDefault(key, withdrawn(before)));
                    }
                });
        return new ChangeNews(new ArrayList<>(news.values()), standing);
    }

    /** Names the question that a change answers; the same for every answer to it. */
    public static String key(CompatibilityChange change) {
        return Key.join(
                change.model(),
                change.toVersion(),
                change.fromVersion(),
                change.workload().id(),
                change.hardware().id(),
                change.configuration() == null ? "" : change.configuration().id(),
                question(change));
    }

    /** What all keys about a later version start with, whichever its parent. */
    public static String keyPrefix(VersionKey later) {
        return Key.join(later.model(), later.version(), "");
    }

    private static String question(CompatibilityChange change) {
        return switch (change.kind()) {
            case METRIC -> "metric " + change.metric();
            case ENVIRONMENT -> "environment";
            default -> "state";
        };
    }

    private static boolean isAbsence(CompatibilityChange change) {
        return change.kind() == Kind.ADDED || change.kind() == Kind.REMOVED;
    }

    private static boolean isClaim(CompatibilityChange change) {
        return change.verdict() != Verdict.EQUIVALENT && change.verdict() != Verdict.INCONCLUSIVE;
    }

    private static boolean sameClaim(CompatibilityChange one, CompatibilityChange other) {
        return one.kind() == other.kind() && one.verdict() == other.verdict();
    }

    private static CompatibilityChange withdrawn(CompatibilityChange claim) {
        return new CompatibilityChange(
                claim.model(),
                claim.fromVersion(),
                claim.toVersion(),
                claim.workload(),
                claim.hardware(),
                claim.configuration(),
                claim.kind(),
                claim.metric(),
                claim.before(),
                claim.after(),
                null,
                null,
                Verdict.INCONCLUSIVE,
                Severity.NONE,
                claim.runsBefore(),
                claim.runsAfter(),
                0,
                WITHDRAWN + claim.verdict().wireName());
    }
}
