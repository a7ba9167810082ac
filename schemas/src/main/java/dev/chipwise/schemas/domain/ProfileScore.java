package dev.chipwise.schemas.domain;

import java.util.List;

/**
 * A hardware's suitability under one profile.
 *
 * @param score 0 to 1, relative to the best of the board; 0 when a gate failed; likewise the 95 %
 *     bounds
 * @param rank 1 is best, by lower bound; 0 when a gate failed
 * @param tier 1 is best; equal tiers cannot be told apart; 0 when a gate failed
 * @param confidence 1 when the bounds meet, towards 0 as they part
 * @param configuration the best one, or null when no configuration ever worked
 * @param memoryRequirementMb what that configuration needs, or null when not measured
 * @param why in order of metric id
 * @param failedGates reasons in words, empty when it passed
 */
public record ProfileScore(
        String profile,
        int profileVersion,
        double score,
        double lower,
        double upper,
        int rank,
        int tier,
        double confidence,
        Configuration configuration,
        Double memoryRequirementMb,
        List<Contribution> why,
        List<FailedGate> failedGates) {

    public ProfileScore {
        why = List.copyOf(why);
        failedGates = List.copyOf(failedGates);
    }

    /**
     * What one metric adds to the utility.
     *
     * @param value geometric centre in the metric's unit, or null when this cell did not measure it
     * @param weight of the profile, normalised
     * @param contribution weighted log-ratio to the board's best, 0 for the best and negative below
     *     it
     */
    public record Contribution(String metric, Double value, double weight, double contribution) {}

    /** A hard limit that was not met. */
    public record FailedGate(String gate, String detail) {}

    public boolean passed() {
        return failedGates.isEmpty();
    }
}
