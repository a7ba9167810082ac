package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    /** Of a rounding step; the library's own error is far smaller. */
    private static final double NEAR = 1e-4;

    private final Quantiles quantiles = new Quantiles();

    /** Student's table. */
    @Test
    void knowsTheTTable() {
        assertThat(quantiles.t(4, 1)).isCloseTo(2.131847, within(1e-6));
        assertThat(quantiles.t(4, 2)).isCloseTo(2.776445, within(1e-6));
        assertThat(quantiles.t(10, 5)).isCloseTo(2.763769, within(1e-6));
        assertThat(quantiles.t(1e9, 1)).isCloseTo(1.644854, within(1e-6));
    }

    /** With only successes the bound is the n-th root of 0.05. */
    @Test
    void boundsTheSuccessRateFromBelow() {
        assertThat(quantiles.rateAtLeast(0, 3)).isZero();
        assertThat(quantiles.rateAtLeast(1, 0)).isCloseTo(0.05, within(1e-6));
        assertThat(quantiles.rateAtLeast(32, 0))
                .isCloseTo(StrictMath.pow(0.05, 1 / 32.0), within(1e-6));
        assertThat(quantiles.rateAtLeast(8, 2)).isCloseTo(0.493099, within(1e-6));
    }

    /**
     * Six decimals hide what the platform's log and exp do in the last bits, unless a value sits on
     * the fence.
     */
    @Test
    void noQuantileThatShippedDataCanAskForSitsOnTheRoundingFence() {
        for (int runs = 1; runs <= Window.SIZE; runs++) {
            for (int comparisons = 1; comparisons <= 8; comparisons++) {
                assertOffTheFence(
                        TDistribution.of(3.0 + runs)
                                .inverseSurvivalProbability(0.05 / comparisons));
            }
            for (int successes = 1; successes <= runs; successes++) {
                assertOffTheFence(
                        BetaDistribution.of(successes, runs - successes + 1.0)
                                .inverseCumulativeProbability(0.05));
            }
        }
    }

    private static void assertOffTheFence(double exact) {
        double scaled = exact * 1e6;
        assertThat(Math.abs(scaled - Math.floor(scaled) - 0.5)).isGreaterThan(NEAR);
    }
}
