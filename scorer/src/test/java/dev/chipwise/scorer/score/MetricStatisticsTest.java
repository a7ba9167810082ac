package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.VariancePrior;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricStatisticsTest {

    private static final Metric LATENCY = Trial.CATALOG.metric("latency_mean_ms").orElseThrow();
    private static final Metric THROUGHPUT =
            Trial.CATALOG.metric("throughput_items_per_second").orElseThrow();
    private static final VariancePrior PRIOR = new VariancePrior(4, 0.05);

    @Test
    void oneRunHasTheSpreadOfThePrior() {
        var summary = of(LATENCY, 20);
        assertThat(summary.centre()).isEqualTo(StrictMath.log(20));
        assertThat(summary.spread()).isCloseTo(0.05, within(1e-15));
        assertThat(summary.dof()).isEqualTo(4);
        assertThat(summary.standardError()).isEqualTo(summary.spread());
    }

    /** By hand: logs 0 and 0.1, variance 0.005; (4 · 0.0025 + 0.005) / 5 = 0.003. */
    @Test
    void spreadIsModeratedTowardsThePrior() {
        var summary = of(LATENCY, 1, StrictMath.exp(0.1));
        assertThat(summary.centre()).isCloseTo(0.05, within(1e-15));
        assertThat(summary.spread()).isCloseTo(StrictMath.sqrt(0.003), within(1e-15));
        assertThat(summary.dof()).isEqualTo(5);
        assertThat(summary.standardError()).isCloseTo(StrictMath.sqrt(0.0015), within(1e-15));
    }

    /** By hand: median 0, no deviation, so the reach is 2.5 · 0.05 and ln 3 counts as 0.125. */
    @Test
    void aSpikeIsPulledIn() {
        var summary = of(LATENCY, 1, 1, 1, 1, 3);
        assertThat(summary.centre()).isCloseTo(0.125 / 5, within(1e-15));
        assertThat(summary.max()).isEqualTo(3);
    }

    @Test
    void higherIsBetterCountsAsNegativeCost() {
        assertThat(of(THROUGHPUT, 50).centre()).isEqualTo(-StrictMath.log(50));
    }

    @Test
    void equalRunsHaveExactlyTheirValueAsCentre() {
        for (int runs = 1; runs <= 32; runs++) {
            var values = new double[runs];
            Arrays.fill(values, 7.3);
            assertThat(of(LATENCY, values).centre()).isEqualTo(StrictMath.log(7.3));
        }
    }

    @Test
    void keepsSmallestLargestAndNewestInTheUnitOfTheMetric() {
        var summary = of(THROUGHPUT, 30, 10, 20);
        assertThat(summary.min()).isEqualTo(10);
        assertThat(summary.max()).isEqualTo(30);
        assertThat(summary.newest()).isEqualTo(20);
        assertThat(summary.runs()).isEqualTo(3);
    }

    @Test
    void aMetricThatIsNotScoredHasNoCentre() {
        var layers = Trial.CATALOG.metric("layers_cpu").orElseThrow();
        var summary = of(layers, 0, 12);
        assertThat(summary.centre()).isZero();
        assertThat(summary.min()).isZero();
        assertThat(summary.newest()).isEqualTo(12);
    }

    /**
     * The one-sided 95 % bound holds in about 95 of 100 cells; with spikes still in nearly as many.
     */
    @ParameterizedTest(name = "{0} runs, spikes in {1} %: between {2} and {3}")
    @CsvSource({
        "1, 0, .945, .975",
        "2, 0, .940, .970",
        "3, 0, .935, .965",
        "5, 0, .935, .965",
        "10, 0, .930, .965",
        "32, 0, .930, .965",
        "5, 3, .920, .970",
        "10, 3, .900, .970"
    })
    void boundsCoverTheTruth(int runs, int spikesPercent, double least, double most) {
        // Given
        var random = new Random(42);
        var quantiles = new Quantiles();
        int cells = 20_000;
        int covered = 0;

        // When: the cells' own noise scatters about the prior's as the prior says it does
        for (int cell = 0; cell < cells; cell++) {
            double sigma = PRIOR.spread() * StrictMath.sqrt(PRIOR.dof() / chiSquare(random, 4));
            var values = new double[runs];
            for (int i = 0; i < runs; i++) {
                double spike = random.nextInt(100) < spikesPercent ? 0.5 : 0;
                values[i] = StrictMath.exp(sigma * random.nextGaussian() + spike);
            }
            var summary = of(LATENCY, values);
            double bound =
                    summary.centre() + quantiles.t(summary.dof(), 1) * summary.standardError();
            covered += bound >= 0 ? 1 : 0;
        }

        // Then
        assertThat((double) covered / cells).isBetween(least, most);
    }

    private static double chiSquare(Random random, int dof) {
        double sum = 0;
        for (int i = 0; i < dof; i++) {
            double draw = random.nextGaussian();
            sum += draw * draw;
        }
        return sum;
    }

    private static MetricSummary of(Metric metric, double... values) {
        return MetricStatistics.of(metric, PRIOR, values);
    }
}
