package dev.chipwise.scorer.score;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles that bounds need, to six decimals: the library's last bits may differ between machines,
 * its sixth decimal does not. Each is computed once; safe to share between threads.
 */
final class Quantiles {

    /** One minus the confidence of every bound. */
    static final double ALPHA = 0.05;

    private static final double ROUNDING = 1e6;
    private static final int REMEMBERED = 4096;

    private final Map<Question, Double> answers = new ConcurrentHashMap<>();

    /**
     * The t quantile at {@code 1 - ALPHA / comparisons}: bounds on so many quantities hold together
     * (Bonferroni).
     */
    double t(double dof, int comparisons) {
        return answer(new Question(dof, comparisons, true));
    }

    /**
     * The lower bound of a success rate, exact for every sample size (Clopper and Pearson 1934).
     */
    double rateAtLeast(int successes, int failures) {
        return successes == 0 ? 0 : answer(new Question(successes, failures, false));
    }

    private double answer(Question question) {
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        double computed = question.compute();
        if (answers.size() < REMEMBERED) {
            answers.put(question, computed);
        }
        return computed;
    }

    private record Question(double first, int second, boolean ofT) {

        double compute() {
            double exact =
                    ofT
                            ? TDistribution.of(first).inverseSurvivalProbability(ALPHA / second)
                            : BetaDistribution.of(first, second + 1.0)
                                    .inverseCumulativeProbability(ALPHA);
            return StrictMath.rint(exact * ROUNDING) / ROUNDING;
        }
    }
}
