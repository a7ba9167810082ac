package dev.chipwise.snapshotter.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often verdicts are wrong, on simulated cells with a known truth: run-to-run noise of about 4
 * %, different from cell to cell, and 4 % of the runs disturbed by a spike. The rates of the plain
 * ratio rule stand beside ours. The seeds are fixed, so the figures are too.
 */
class VerdictQualityTest {

    private static final int CELLS = 200;
    private static final int REPETITIONS = 20;
    private static final double SPIKES = 0.04;

    private final VersionComparison comparison = new VersionComparison(Cells.CATALOG);
    private final MetricRule statistics = StatisticalRule.standard();
    private final MetricRule ratio = new RatioRule(0.10);

    @Test
    void hardlyEverCallsNoiseARegression() {
        var ours = rates(statistics, 10, 5, 1.0, 1);
        var byRatio = rates(ratio, 10, 5, 1.0, 1);
        print("no change, 10 and 5 runs", ours, byRatio);

        assertThat(ours.regressed).isLessThan(0.001);
        assertThat(byRatio.regressed).isGreaterThan(ours.regressed);
    }

    @Test
    void keepsQuietAboutAChangeThatNobodyMinds() {
        var ours = rates(statistics, 10, 5, 1.02, 1);
        print("+2 % everywhere, 10 and 5 runs", ours, rates(ratio, 10, 5, 1.02, 1));

        assertThat(ours.regressed).isLessThan(0.001);
    }

    @Test
    void findsTenPercentInMostCellsWhenAllRegress() {
        var ours = rates(statistics, 10, 5, 1.10, 1);
        print("+10 % everywhere, 10 and 5 runs", ours, rates(ratio, 10, 5, 1.10, 1));

        assertThat(ours.regressed).isGreaterThan(0.65);
    }

    @Test
    void keepsTheShareOfFalseAlarmsLowWhenFewRegress() {
        var ours = rates(statistics, 10, 5, 1.10, 10);
        print("+10 % in every tenth cell, 10 and 5 runs", ours, rates(ratio, 10, 5, 1.10, 10));

        assertThat(ours.falseShare()).isLessThan(0.03);
        assertThat(ours.power()).isGreaterThan(0.35);
    }

    @Test
    void claimsLittleFromThreeRunsAndOne() {
        var ours = rates(statistics, 3, 1, 1.0, 1);
        var power = rates(statistics, 3, 1, 1.10, 1);
        print("no change, 3 runs and 1", ours, rates(ratio, 3, 1, 1.0, 1));
        print("+10 % everywhere, 3 runs and 1", power, rates(ratio, 3, 1, 1.10, 1));

        assertThat(ours.regressed).isLessThan(0.04);
    }

    private Rates rates(MetricRule rule, int before, int after, double factor, int everyNth) {
        var rates = new Rates();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            var random = new SplittableRandom(repetition);
            var from = new ArrayList<CellSummary>();
            var to = new ArrayList<CellSummary>();
            for (int i = 0; i < CELLS; i++) {
                double noise = 0.04 * Math.exp(0.4 * random.nextGaussian());
                double truth = i % everyNth == 0 ? factor : 1;
                from.add(cell(Cells.V1, i, runs(10, noise, before, random)));
                to.add(cell(Cells.V2, i, runs(10 * truth, noise, after, random)));
            }
            rates.add(from, to, rule, everyNth);
        }
        return rates;
    }

    private static double[] runs(double centre, double noise, int count, SplittableRandom random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double spike = random.nextDouble() < SPIKES ? 0.15 + 0.35 * random.nextDouble() : 0;
            values[i] = centre * Math.exp(noise * random.nextGaussian() + spike);
        }
        return values;
    }

    private static CellSummary cell(VersionKey version, int index, double[] latencies) {
        return Cells.cell(
                version, "d" + index / 10, "runtime" + index % 10, Cells.latency(latencies));
    }

    private static void print(String what, Rates ours, Rates byRatio) {
        System.out.printf(
                Locale.ROOT,
                "%-42s regressed %.4f (by ratio %.4f), power %.2f (%.2f), false share %.3f"
                        + " (%.3f)%n",
                what,
                ours.regressed,
                byRatio.regressed,
                ours.power(),
                byRatio.power(),
                ours.falseShare(),
                byRatio.falseShare());
    }

    private final class Rates {
        private int cells;
        private int changed;
        private int found;
        private int falseAlarms;
        private double regressed;

        private void add(
                List<CellSummary> from, List<CellSummary> to, MetricRule rule, int everyNth) {
            var changes =
                    comparison
                            .compare(
                                    new VersionSide(Cells.V1, List.of(), from),
                                    new VersionSide(Cells.V2, List.of(), to),
                                    rule)
                            .changes();
            for (var change : changes) {
                if (change.kind() != Kind.METRIC) {
                    continue;
                }
                boolean told = change.verdict() == Verdict.REGRESSED;
                boolean isChanged =
                        index(change.hardware().device(), change.configuration().runtime())
                                        % everyNth
                                == 0;
                cells++;
                changed += isChanged ? 1 : 0;
                found += told && isChanged ? 1 : 0;
                falseAlarms += told && !isChanged ? 1 : 0;
            }
            regressed = (double) (found + falseAlarms) / cells;
        }

        private static int index(String device, String runtime) {
            return 10 * Integer.parseInt(device.substring(1))
                    + Integer.parseInt(runtime.substring("runtime".length()));
        }

        private double power() {
            return (double) found / changed;
        }

        private double falseShare() {
            return found + falseAlarms == 0 ? 0 : (double) falseAlarms / (found + falseAlarms);
        }
    }
}
