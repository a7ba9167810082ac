package dev.chipwise.schemas.domain;

import java.util.Collection;
import java.util.List;

/**
 * The scorer's mathematics, as others may hold it without knowing the scorer. Deterministic and
 * free of side effects.
 */
public interface Scoring {

    /**
     * The summary of every cell that these accepted events fill; order and repetition do not
     * matter.
     */
    List<CellSummary> summarise(
            Collection<? extends Result> results, Collection<ResultRetraction> retractions);

    /** The scores of every hardware on a board and its recommendation per profile. */
    BoardScores score(
            BoardKey board, Collection<CellSummary> cells, Collection<ScoringProfile> profiles);

    /** The answer to an ad-hoc question about a board. */
    Recommendation recommend(
            BoardKey board,
            Collection<CellSummary> cells,
            ScoringProfile profile,
            Selection selection);

    /** Scores in order of hardware id, recommendations in order of profile id, without news. */
    record BoardScores(List<SuitabilityScore> scores, List<Recommendation> recommendations) {}
}
