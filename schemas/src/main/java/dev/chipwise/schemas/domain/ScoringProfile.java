package dev.chipwise.schemas.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A use case: what somebody cares about.
 *
 * @param id such as {@code balanced}
 * @param version of the profile itself, part of every score it made
 * @param weights by metric id, each positive; only their ratios matter for the order
 * @param budgets by metric id: the most (or least, where higher is better) that is acceptable, in
 *     the metric's unit
 */
public record ScoringProfile(
        String id,
        int version,
        SortedMap<String, Double> weights,
        SortedMap<String, Double> budgets) {

    public ScoringProfile {
        weights = new TreeMap<>(weights);
        budgets = new TreeMap<>(budgets == null ? Map.of() : budgets);
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (weights.isEmpty()
                || weights.values().stream().anyMatch(w -> !(w > 0))
                || Double.isInfinite(sum)) {
            throw new IllegalArgumentException(
                    "profile "
                            + id
                            + " needs at least one weight, each above 0, and a finite sum; it has "
                            + weights);
        }
    }

    /**
     * The weights scaled to a sum of one, so that a score is a ratio whatever the scale they were
     * given in.
     */
    public SortedMap<String, Double> normalisedWeights() {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var normalised = new TreeMap<String, Double>();
        weights.forEach((metric, weight) -> normalised.put(metric, weight / sum));
        return normalised;
    }
}
