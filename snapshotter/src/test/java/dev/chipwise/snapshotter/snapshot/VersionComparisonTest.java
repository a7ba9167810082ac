package dev.chipwise.snapshotter.snapshot;

import static dev.chipwise.snapshotter.snapshot.Cells.CATALOG;
import static dev.chipwise.snapshotter.snapshot.Cells.IMAGES;
import static dev.chipwise.snapshotter.snapshot.Cells.V1;
import static dev.chipwise.snapshotter.snapshot.Cells.V2;
import static dev.chipwise.snapshotter.snapshot.Cells.cell;
import static dev.chipwise.snapshotter.snapshot.Cells.context;
import static dev.chipwise.snapshotter.snapshot.Cells.counts;
import static dev.chipwise.snapshotter.snapshot.Cells.entry;
import static dev.chipwise.snapshotter.snapshot.Cells.latency;
import static dev.chipwise.snapshotter.snapshot.Cells.side;
import static dev.chipwise.snapshotter.snapshot.Cells.steady;
import static dev.chipwise.snapshotter.snapshot.Cells.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Severity;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VersionComparisonTest {

    private final VersionComparison comparison = new VersionComparison(CATALOG);
    private final MetricRule rule = StatisticalRule.standard();

    @ParameterizedTest
    @CsvSource({
        "WORKS,    BROKEN,      BROKE,    CERTAIN,      CRITICAL",
        "FLAKY,    UNSUPPORTED, BROKE,    CERTAIN,      CRITICAL",
        "WORKS,    SUSPECT,     BROKE,    INCONCLUSIVE, HIGH",
        "BROKEN,   WORKS,       FIXED,    CERTAIN,      NONE",
        "BROKEN,   SUSPECT,     FIXED,    INCONCLUSIVE, NONE",
        "WORKS,    DEGRADED,    DEGRADED, CERTAIN,      NONE",
        "WORKS,    FLAKY,       DEGRADED, INCONCLUSIVE, NONE",
        "DEGRADED, WORKS,       RESTORED, CERTAIN,      NONE",
        "SUSPECT,  WORKS,       RESTORED, CERTAIN,      NONE"
    })
    void namesWhatBecameOfAHardware(
            State before, State after, Kind kind, Verdict verdict, Severity severity) {
        var changes = changes(side(V1, entry("s24", before)), side(V2, entry("s24", after)));

        assertThat(changes).hasSize(1);
        var change = changes.get(0);
        assertThat(change.kind()).isEqualTo(kind);
        assertThat(change.verdict()).isEqualTo(verdict);
        assertThat(change.severity()).isEqualTo(severity);
        assertThat(change.before()).isEqualTo(before.wireName());
        assertThat(change.after()).isEqualTo(after.wireName());
    }

    @ParameterizedTest
    @CsvSource({"WORKS,WORKS", "BROKEN,UNSUPPORTED", "DEGRADED,FLAKY", "UNTESTED,UNTESTED"})
    void saysNothingWhereNothingChangedForAnyone(State before, State after) {
        assertThat(changes(side(V1, entry("s24", before)), side(V2, entry("s24", after))))
                .isEmpty();
    }

    @Test
    void neverDropsHardwareThatOnlyOneSideHas() {
        var from = side(V1, entry("s23", State.WORKS), entry("s24", State.WORKS));
        var to = side(V2, entry("s24", State.WORKS), entry("s25", State.WORKS));

        assertThat(changes(from, to))
                .extracting(change -> change.kind() + " " + change.hardware().device())
                .containsExactly("REMOVED s23", "ADDED s25");
    }

    @Test
    void takesUntestedHardwareForAbsent() {
        var changes =
                changes(
                        side(V1, entry("s24", State.UNTESTED)),
                        side(V2, entry("s24", State.WORKS)));

        assertThat(changes).extracting(CompatibilityChange::kind).containsExactly(Kind.ADDED);
    }

    @Test
    void tellsAConfigurationThatOnlyOneSideHas() {
        var from =
                side(V1, cell(V1, "s24", "onnx", latency(5)), cell(V1, "s24", "qnn", latency(5)));
        var to =
                side(V2, cell(V2, "s24", "qnn", latency(5)), cell(V2, "s24", "tflite", latency(5)));

        assertThat(configurationChanges(from, to)).containsExactly("REMOVED onnx", "ADDED tflite");
    }

    @Test
    void tellsAConfigurationThatBrokeEvenWhereTheHardwareStillWorks() {
        var from = side(V1, cell(V1, "s24", "qnn", latency(5)));
        var broken = cell(V2, IMAGES, "s24", "qnn", counts(0, 2, 2));

        assertThat(configurationChanges(from, side(V2, broken))).containsExactly("BROKE qnn");
        assertThat(changes(from, side(V2, broken)).get(0).evidence())
                .isEqualTo("1 of 1 runs succeeded, then 0 of 2 runs succeeded");
    }

    @Test
    void isSureOfFlakinessOnlyWhenTheCountsAre() {
        var often = cell(V1, IMAGES, "s24", "qnn", counts(20, 0, 0));
        var onceFailed = cell(V2, IMAGES, "s24", "qnn", counts(9, 1, 0));
        var oftenFailed = cell(V2, IMAGES, "s24", "qnn", counts(10, 10, 0));

        assertThat(changes(side(V1, often), side(V2, onceFailed)))
                .extracting(CompatibilityChange::verdict)
                .containsExactly(Verdict.INCONCLUSIVE);
        assertThat(changes(side(V1, often), side(V2, oftenFailed)))
                .extracting(CompatibilityChange::verdict)
                .containsExactly(Verdict.CERTAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "104,0,0,   60,0,44,  DEGRADED",
        "104,0,0,   0,0,104,  DEGRADED",
        "104,0,0,   0,104,0,  DEGRADED",
        "60,0,44,   104,0,0,  RESTORED",
        "284,0,0,   285,0,0,  ",
        "100,0,4,   99,0,5,   "
    })
    void tellsWhenLayersFellBackFromTheAccelerator(
            double npu,
            double gpu,
            double cpu,
            double npuAfter,
            double gpuAfter,
            double cpuAfter,
            Kind kind) {
        var changes =
                changes(
                        side(V1, layers(cell(V1, "s24", "qnn"), npu, gpu, cpu)),
                        side(V2, layers(cell(V2, "s24", "qnn"), npuAfter, gpuAfter, cpuAfter)));

        assertThat(changes)
                .extracting(CompatibilityChange::kind)
                .isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void saysWhichMetricIsNoLongerMeasured() {
        var from = side(V1, cell(V1, "s24", "qnn", latency(5), summary("memory_peak_mb", 80)));
        var to = side(V2, cell(V2, "s24", "qnn", latency(5)));

        assertThat(changes(from, to))
                .filteredOn(change -> "memory_peak_mb".equals(change.metric()))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                            assertThat(change.before()).isEqualTo("80");
                            assertThat(change.after()).isNull();
                            assertThat(change.evidence())
                                    .isEqualTo("not measured in the later version");
                        });
    }

    @Test
    void neverComparesSimulatedWithReal() {
        var real = cell(V1, "s24", "qnn", latency(steady(5, 9)));
        var simulated = Cells.simulated(cell(V2, "s24", "qnn", latency(steady(50, 9))));

        assertThat(changes(side(V1, real), side(V2, simulated)))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                            assertThat(change.relativeChange()).isNull();
                        });
    }

    @Test
    void saysThatTheRuntimeMovedBetweenTheVersions() {
        var from = side(V1, cell(V1, "s24", "qnn", latency(5)));
        var to = side(V2, Cells.withRuntimeVersion(cell(V2, "s24", "qnn", latency(6)), "2.40"));

        assertThat(changes(from, to).get(0).evidence())
                .endsWith("; runtime version unknown before, 2.40 after");
    }

    @Test
    void comparesNoExtremesSinceTheyGrowWithTheLengthOfARun() {
        var from = side(V1, cell(V1, "s24", "qnn", summary("latency_max_ms", steady(5, 9))));
        var to = side(V2, cell(V2, "s24", "qnn", summary("latency_max_ms", steady(50, 9))));

        assertThat(changes(from, to)).isEmpty();
    }

    @Test
    void writesValuesInTheUnitOfTheMetricAndWorseAsPositive() {
        var from = side(V1, cell(V1, "s24", "qnn", summary("throughput_items_per_second", 200)));
        var to = side(V2, cell(V2, "s24", "qnn", summary("throughput_items_per_second", 100)));

        var change = changes(from, to).get(0);

        assertThat(change.before()).isEqualTo("200");
        assertThat(change.after()).isEqualTo("100");
        assertThat(change.relativeChange()).isCloseTo(1.0, within(1e-9));
        assertThat(change.verdict()).isEqualTo(Verdict.REGRESSED);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dependsOnNoOrderAndFlipsWhenTheVersionsSwap(long seed) {
        // Given
        var random = new Random(seed);
        var before = cells(V1, random);
        var after = cells(V2, random);
        var expected = comparison.compare(side(V1, before), side(V2, after), rule);
        // When
        var shuffled =
                comparison.compare(
                        side(V1, shuffle(before, random)), side(V2, shuffle(after, random)), rule);
        var swapped = comparison.compare(side(V2, after), side(V1, before), rule);
        // Then
        assertThat(shuffled).isEqualTo(expected);
        assertThat(swapped.summary().metrics().getOrDefault(Verdict.IMPROVED, 0))
                .isEqualTo(expected.summary().metrics().getOrDefault(Verdict.REGRESSED, 0));
        assertThat(verdicts(swapped.changes())).isEqualTo(flipped(expected.changes()));
    }

    private List<CompatibilityChange> changes(VersionSide from, VersionSide to) {
        return comparison.compare(from, to, rule).changes();
    }

    private List<String> configurationChanges(VersionSide from, VersionSide to) {
        return changes(from, to).stream()
                .filter(change -> change.kind() != Kind.METRIC)
                .map(change -> change.kind() + " " + change.configuration().runtime())
                .toList();
    }

    private static CellSummary[] cells(VersionKey version, Random random) {
        var cells = new ArrayList<CellSummary>();
        for (int device = 0; device < 10; device++) {
            if (random.nextInt(5) > 0) {
                double centre = 5 * Math.exp(0.3 * random.nextGaussian());
                int runs = 1 + random.nextInt(5);
                cells.add(cell(version, "d" + device, "qnn", latency(steady(centre, runs))));
            }
        }
        return cells.toArray(CellSummary[]::new);
    }

    private static CellSummary[] shuffle(CellSummary[] cells, Random random) {
        var shuffled = new ArrayList<>(List.of(cells));
        Collections.shuffle(shuffled, random);
        return shuffled.toArray(CellSummary[]::new);
    }

    private static List<String> verdicts(List<CompatibilityChange> changes) {
        return changes.stream().map(change -> change.kind() + " " + change.verdict()).toList();
    }

    private static List<String> flipped(List<CompatibilityChange> changes) {
        var flips =
                Map.of(
                        "ADDED CERTAIN", "REMOVED CERTAIN",
                        "REMOVED CERTAIN", "ADDED CERTAIN",
                        "METRIC REGRESSED", "METRIC IMPROVED",
                        "METRIC IMPROVED", "METRIC REGRESSED");
        return verdicts(changes).stream().map(text -> flips.getOrDefault(text, text)).toList();
    }

    private static CellSummary layers(CellSummary cell, double npu, double gpu, double cpu) {
        return Cells.cell(
                cell.key().board().versionKey(),
                "s24",
                "qnn",
                context("layers_npu", npu),
                context("layers_gpu", gpu),
                context("layers_cpu", cpu));
    }
}
