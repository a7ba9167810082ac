package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import java.util.List;

/**
 * The plain rule of many scorecards: worse when the cost is at least {@code 1 + threshold} times
 * what it was, better when it is at most {@code 1 - threshold} times, else the same. It knows
 * nothing of noise, and says so.
 */
public record RatioRule(double threshold) implements MetricRule {

    static final String EVIDENCE = "by ratio, without statistics";

    public RatioRule {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(
                    "a threshold is between 0 and 1 (10 % is 0.1), not " + threshold);
        }
    }

    @Override
    public List<CompatibilityChange> judge(List<MetricPair> pairs) {
        return pairs.stream()
                .map(pair -> pair.place().change(pair.finding(verdict(pair), null, 0, EVIDENCE)))
                .toList();
    }

    private Verdict verdict(MetricPair pair) {
        double change = pair.relativeChange();
        if (change >= threshold) {
            return Verdict.REGRESSED;
        }
        return change <= -threshold ? Verdict.IMPROVED : Verdict.EQUIVALENT;
    }
}
