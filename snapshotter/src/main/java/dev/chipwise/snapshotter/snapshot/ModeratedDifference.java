package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.MetricSummary;
import org.apache.commons.statistics.distribution.TDistribution;

/** The difference of two centres on the log-cost scale, and what it lets one say. */
final class ModeratedDifference {

    /*
     * Both spreads were moderated by a prior (Smyth 2004, SAGMB 3(1):3); pooled, the prior must count
     * once. With nu the degrees of freedom and d0, s0 the prior:
     *   s^2 = (nu1 s1^2 + nu2 s2^2 - d0 s0^2) / (nu1 + nu2 - d0),  SE = s sqrt(1/n1 + 1/n2).
     * Where the prior is not known, its spread is taken to be the pooled one.
     * Equivalence is two one-sided tests (Schuirmann 1987).
     */

    private static final double MOST_DOF = 1e6;
    private static final double LEAST_ERROR = 1e-9;

    private final double delta;
    private final double spread;
    private final double standardError;
    private final double priorDof;
    private final double dof;
    private final TDistribution distribution;

    private ModeratedDifference(MetricPair pair, double shift) {
        var before = pair.before();
        var after = pair.after();
        priorDof = StrictMath.max(0, StrictMath.min(ownPriorDof(before), ownPriorDof(after)));
        dof = StrictMath.max(1, dof(before) + dof(after) - priorDof);
        delta = pair.delta() - shift;
        spread = StrictMath.sqrt(pooledVariance(pair, priorDof));
        double error = spread * StrictMath.sqrt(1.0 / before.runs() + 1.0 / after.runs());
        standardError = StrictMath.max(LEAST_ERROR, error);
        distribution = TDistribution.of(dof);
    }

    /**
     * @param shift what the environment did to both, taken off the difference
     */
    static ModeratedDifference of(MetricPair pair, double shift) {
        return new ModeratedDifference(pair, shift);
    }

    private static double pooledVariance(MetricPair pair, double priorDof) {
        double squares = squares(pair.before()) + squares(pair.after());
        double dofs = dof(pair.before()) + dof(pair.after());
        if (pair.prior() == null) {
            return squares / dofs;
        }
        double ofPrior = priorDof * pair.prior().spread() * pair.prior().spread();
        // A prior larger than what it is said to be a part of is not the one that moderated.
        return squares < 2 * ofPrior * (1 - 1e-9)
                ? squares / dofs
                : (squares - ofPrior) / (dofs - priorDof);
    }

    private static double squares(MetricSummary summary) {
        return dof(summary) * summary.spread() * summary.spread();
    }

    private static double dof(MetricSummary summary) {
        return StrictMath.max(1, StrictMath.min(MOST_DOF, summary.dof()));
    }

    private static double ownPriorDof(MetricSummary summary) {
        return dof(summary) - (summary.runs() - 1);
    }

    double delta() {
        return delta;
    }

    double standardError() {
        return standardError;
    }

    /** Half the width of the interval whose one-sided quantiles these are. */
    double halfWidth(StudentTable quantiles) {
        return quantiles.at(dof) * standardError;
    }

    /** Probability of a difference this bad if the truth were no worse than the margin. */
    double pWorse(double margin) {
        return distribution.survivalProbability((delta - margin) / standardError);
    }

    /**
     * Probability of a difference this good if the truth were no better than the margin; 1 where it
     * would be above one half.
     */
    double pBetter(double margin) {
        double t = (delta + margin) / standardError;
        return t < 0 ? distribution.cumulativeProbability(t) : 1;
    }

    /** Two one-sided tests: whether the interval lies inside the margin on both sides. */
    boolean isWithin(double margin, StudentTable quantiles) {
        return StrictMath.abs(delta) + halfWidth(quantiles) <= margin;
    }

    /** Runs per side that would show what seems to be: beyond the margin, or inside it. */
    int runsNeeded(RunsNeeded table, double margin) {
        return table.perSide(spread, priorDof, StrictMath.abs(delta) - margin);
    }
}
