package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.ProfileScore.FailedGate;
import java.util.Comparator;
import java.util.List;

/**
 * What one hardware sends into the ranking: its best configuration, or the one that came closest.
 *
 * @param cell null when no configuration may compete
 * @param estimate null when that configuration measured nothing of the profile
 */
record Candidate(
        Contender contender,
        BoardCell cell,
        Utility.Estimate estimate,
        List<FailedGate> failedGates) {

    /**
     * Among configurations of one hardware: passing ones by the highest lower bound, then the
     * others by state.
     */
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparing((Candidate c) -> !c.passed())
                    .thenComparingInt(c -> c.passed() ? 0 : CompatibilityRules.order(c.cell()))
                    .thenComparing(c -> c.estimate() == null)
                    .thenComparingDouble(c -> c.estimate() == null ? 0 : -c.estimate().lower())
                    .thenComparing(c -> c.cell().configurationId());

    /** Among hardware that passed: the highest lower bound first, equal ones in order of id. */
    static final Comparator<Candidate> RANKING =
            Comparator.comparingDouble((Candidate c) -> -c.estimate().lower())
                    .thenComparing(c -> c.contender().id());

    boolean passed() {
        return failedGates.isEmpty();
    }
}
