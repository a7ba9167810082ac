package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.News;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a person would act on what changed in a recommendation, and says what changed.
 */
public final class Materiality {

    private static final String FIRST = "first recommendation";
    private static final String NOTHING = "nothing that one would act on";

    /**
     * The news of the next record of a key.
     *
     * @param lastSequence of the record before it, or 0
     * @param lastMaterial the last record that was material, or null
     */
    public News compare(long lastSequence, Recommendation lastMaterial, Recommendation next) {
        long sequence = lastSequence + 1;
        if (lastMaterial == null) {
            return new News(sequence, true, null, FIRST + evidence(next));
        }
        var difference = new Difference(lastMaterial, next);
        var reasons = difference.reasons();
        var previousLeader =
                Difference.leader(lastMaterial).map(ranked -> ranked.hardware().id()).orElse(null);
        var cause =
                reasons.isEmpty() ? NOTHING : String.join("; ", withEvidence(reasons, difference));
        return new News(sequence, !reasons.isEmpty(), previousLeader, cause);
    }

    private static List<String> withEvidence(List<String> reasons, Difference difference) {
        var all = new ArrayList<>(reasons);
        all.addAll(difference.evidence());
        return all;
    }

    private static String evidence(Recommendation next) {
        return Difference.leader(next)
                .map(
                        leader ->
                                ": "
                                        + leader.hardware().id()
                                        + " leads with "
                                        + leader.runs()
                                        + " runs")
                .orElse(": nothing can be recommended");
    }
}
