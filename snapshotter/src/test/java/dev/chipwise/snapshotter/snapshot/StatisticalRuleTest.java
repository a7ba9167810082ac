package dev.chipwise.snapshotter.snapshot;

import static dev.chipwise.snapshotter.snapshot.Cells.CATALOG;
import static dev.chipwise.snapshotter.snapshot.Cells.IMAGES;
import static dev.chipwise.snapshotter.snapshot.Cells.V1;
import static dev.chipwise.snapshotter.snapshot.Cells.V2;
import static dev.chipwise.snapshotter.snapshot.Cells.cell;
import static dev.chipwise.snapshotter.snapshot.Cells.counts;
import static dev.chipwise.snapshotter.snapshot.Cells.latency;
import static dev.chipwise.snapshotter.snapshot.Cells.side;
import static dev.chipwise.snapshotter.snapshot.Cells.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Severity;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticalRuleTest {

    private final VersionComparison comparison = new VersionComparison(CATALOG);
    private final StatisticalRule rule = StatisticalRule.standard();

    @ParameterizedTest
    @CsvSource({
        "1.07, REGRESSED,    LOW",
        "1.12, REGRESSED,    MEDIUM",
        "1.20, REGRESSED,    HIGH",
        "1.30, REGRESSED,    CRITICAL",
        "0.80, IMPROVED,     NONE",
        "1.00, EQUIVALENT,   NONE",
        "1.02, INCONCLUSIVE, NONE"
    })
    void judgesManySteadyRuns(double factor, Verdict verdict, Severity severity) {
        var change = single(latency(steady(10, 60)), latency(steady(10 * factor, 60)));

        assertThat(change.verdict()).isEqualTo(verdict);
        assertThat(change.severity()).isEqualTo(severity);
    }

    @Test
    void cannotTellAFewPercentFromOneRunOnEachSideAndSaysHowManyWould() {
        var change = single(latency(10), latency(11));

        assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(change.runsNeeded()).isBetween(5, 9);
        assertThat(change.pValue()).isBetween(0.1, 0.3);
        assertThat(change.evidence())
                .contains("about " + change.runsNeeded() + " runs on each side");
    }

    @Test
    void tellsAFallOffTheAcceleratorEvenFromOneRun() {
        var change = single(latency(1.418), latency(48.361));

        assertThat(change.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(change.evidence()).contains("a second should confirm");
    }

    @Test
    void decidesWithTheRunsThatItAskedFor() {
        int runs = single(latency(10), latency(11)).runsNeeded();

        var change = single(latency(steady(10, runs)), latency(steady(11, runs)));

        assertThat(change.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(change.runsNeeded()).isZero();
    }

    @Test
    void obeysTheMarginOfTheMetric() {
        var lenient = new StatisticalRule(StatisticalSettings.STANDARD.withMargin(0.10));
        var from = side(V1, cell(V1, "s24", "qnn", latency(steady(10, 60))));
        var to = side(V2, cell(V2, "s24", "qnn", latency(steady(10.7, 60))));

        assertThat(comparison.compare(from, to, rule).changes().get(0).verdict())
                .isEqualTo(Verdict.REGRESSED);
        assertThat(comparison.compare(from, to, lenient).changes().get(0).verdict())
                .isEqualTo(Verdict.EQUIVALENT);
    }

    @Test
    void countsThePriorOnce() {
        var pair = pair(latency(10), latency(11), true);
        var unknown = pair(latency(10), latency(11), false);

        // The spread of the prior, 0.05, over one run on each side; t with its four degrees.
        assertThat(ModeratedDifference.of(pair, 0).standardError())
                .isCloseTo(0.05 * Math.sqrt(2), within(1e-12));
        assertThat(ModeratedDifference.of(pair, 0).pWorse(0)).isCloseTo(0.12448, within(1e-4));
        assertThat(ModeratedDifference.of(unknown, 0).standardError())
                .isCloseTo(0.05 * Math.sqrt(2), within(1e-12));
    }

    @Test
    void poolsWhatBothSidesMeasuredWithThePriorOnce() {
        var twice = latency(10, 12);
        double squares = Math.pow(Math.log(12.0 / 10), 2) / 2;
        double prior = 4 * 0.05 * 0.05;

        // Two runs on each side: the standard error is the pooled spread itself.
        assertThat(ModeratedDifference.of(pair(twice, twice, true), 0).standardError())
                .isCloseTo(Math.sqrt((prior + 2 * squares) / 6), within(1e-9));
        assertThat(ModeratedDifference.of(pair(twice, twice, false), 0).standardError())
                .isCloseTo(Math.sqrt(2 * (prior + squares) / 10), within(1e-9));
    }

    @Test
    void wantsMoreOfOneCellAmongManyThanOfOneAlone() {
        double[] p = new double[100];
        Arrays.fill(p, 0.5);
        p[7] = 0.01;

        assertThat(BenjaminiHochberg.threshold(p, 0.05)).isEqualTo(-1);
        assertThat(BenjaminiHochberg.threshold(new double[] {0.01}, 0.05)).isEqualTo(0.01);
        assertThat(BenjaminiHochberg.threshold(new double[] {0.04, 0.001, 0.03, 0.9}, 0.05))
                .isEqualTo(0.001);
        assertThat(BenjaminiHochberg.threshold(new double[] {0.03, 0.001, 0.03, 0.9}, 0.05))
                .isEqualTo(0.03);
    }

    @Test
    void reportsOneEnvironmentChangeInsteadOfTwentyRegressions() {
        var result = compare(1.2, 1.0);

        assertThat(of(result, Kind.ENVIRONMENT))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.hardware().device()).isEqualTo("moved");
                            assertThat(change.verdict()).isEqualTo(Verdict.REGRESSED);
                            assertThat(change.relativeChange()).isCloseTo(0.2, within(0.01));
                            assertThat(change.workload().id()).isEqualTo("all/all");
                        });
        assertThat(of(result, Kind.METRIC))
                .extracting(CompatibilityChange::verdict)
                .doesNotContain(Verdict.REGRESSED, Verdict.IMPROVED);
    }

    @Test
    void blamesTheModelWhereAllHardwareMoved() {
        var result = compare(1.2, 1.2);

        assertThat(of(result, Kind.ENVIRONMENT)).isEmpty();
        assertThat(of(result, Kind.METRIC))
                .extracting(CompatibilityChange::verdict)
                .containsOnly(Verdict.REGRESSED);
    }

    @Test
    void stillFindsTheCellThatMovedFurtherThanItsEnvironment() {
        var from = new ArrayList<CellSummary>();
        var to = new ArrayList<CellSummary>();
        fleet(V1, 1, 1, from);
        fleet(V2, 1.2, 1, to);
        to.set(0, on(V2, "moved", 0, 15));

        var result =
                comparison.compare(
                        new VersionSide(V1, List.of(), from),
                        new VersionSide(V2, List.of(), to),
                        rule);

        assertThat(of(result, Kind.METRIC))
                .filteredOn(change -> change.verdict() == Verdict.REGRESSED)
                .singleElement()
                .satisfies(
                        change ->
                                assertThat(change.evidence())
                                        .contains("beyond the environment's +20"));
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        var settings = StatisticalSettings.STANDARD;

        assertThatThrownBy(() -> settings.withMargin(-0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StatisticalSettings(5, 0.8, 0.02, settings.margins()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RatioRule(10)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Six cells on each of two devices; on one all became slower by a factor. */
    private Comparison compare(double factorOfOne, double factorOfOthers) {
        var from = new ArrayList<CellSummary>();
        var to = new ArrayList<CellSummary>();
        fleet(V1, 1, 1, from);
        fleet(V2, factorOfOne, factorOfOthers, to);
        return comparison.compare(
                new VersionSide(V1, List.of(), from), new VersionSide(V2, List.of(), to), rule);
    }

    private static void fleet(
            VersionKey version, double factorOfOne, double factorOfOthers, List<CellSummary> into) {
        for (int i = 0; i < 6; i++) {
            into.add(on(version, "moved", i, 10 * factorOfOne));
            into.add(on(version, "stayed", i, 10 * factorOfOthers));
        }
    }

    private static CellSummary on(VersionKey version, String device, int index, double latency) {
        var workload = index % 2 == 0 ? IMAGES : Cells.workload("audio");
        return cell(
                version,
                workload,
                device,
                "runtime" + index,
                counts(9, 0, 0),
                latency(steady(latency, 9)));
    }

    private static List<CompatibilityChange> of(Comparison result, Kind kind) {
        return result.changes().stream().filter(change -> change.kind() == kind).toList();
    }

    private CompatibilityChange single(MetricSummary before, MetricSummary after) {
        var result =
                comparison.compare(
                        side(V1, cell(V1, "s24", "qnn", before)),
                        side(V2, cell(V2, "s24", "qnn", after)),
                        rule);
        assertThat(result.changes()).hasSize(1);
        return result.changes().get(0);
    }

    private static MetricPair pair(MetricSummary before, MetricSummary after, boolean priorKnown) {
        var metric = CATALOG.metric(Cells.LATENCY).orElseThrow();
        var place = Place.of(V1, V2, cell(V2, "s24", "qnn", after));
        var prior = priorKnown ? CATALOG.prior(metric, "qualcomm") : null;
        return new MetricPair(place, metric, before, after, prior, null);
    }
}
