package dev.chipwise.ingest.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFleetTest {

    private static final Duration LONGEST = Duration.ofDays(FleetSettings.demo().sessions() + 1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyEventIsValidBeforeItsLastDayIsOver(long seed) {
        var validator = new ResultValidator(Fleets.CATALOG);

        assertThat(Fleets.demo(seed).events())
                .allSatisfy(
                        event ->
                                assertThat(validator.validate(event, Fleets.START.plus(LONGEST)))
                                        .isInstanceOf(Verdict.Accepted.class));
    }

    @Test
    void everyResultSaysThatItIsSimulated() {
        assertThat(Fleets.results(Fleets.demo(1)))
                .allMatch(result -> result.evidence() == Evidence.SIMULATED);
    }

    @Test
    void theDemoIsThousandsOfEventsOfEveryKind() {
        var events = Fleets.demo(1).events().toList();

        assertThat(events).hasSizeBetween(3_000, 6_000);
        assertThat(events).hasAtLeastOneElementOfType(BenchmarkResult.class);
        assertThat(events).hasAtLeastOneElementOfType(BatteryResult.class);
        assertThat(events).hasAtLeastOneElementOfType(ModelVersion.class);
    }

    @Test
    void aVersionNamesItsParent() {
        var versions =
                Fleets.demo(1)
                        .events()
                        .filter(ModelVersion.class::isInstance)
                        .map(ModelVersion.class::cast)
                        .collect(
                                Collectors.toMap(
                                        v -> v.modelName() + " " + v.version().tag(), v -> v));

        assertThat(versions).hasSize(12);
        assertThat(versions.get("bert-base v1.0.0").parentTag()).isNull();
        assertThat(versions.get("bert-base v1.1.0").parentTag()).isEqualTo("v1.0.0");
    }

    @Test
    void equalSeedsGiveEqualEventsAndOtherSeedsOtherOnes() {
        var events = texts(Fleets.demo(7));

        assertThat(texts(Fleets.demo(7))).isEqualTo(events);
        assertThat(texts(Fleets.demo(8))).isNotEqualTo(events);
    }

    /**
     * Equal in every process and on every Java: a change of the fleet changes this hash, nothing
     * else may.
     */
    @Test
    void theEventsOfSeedOneAreTheseForEver() {
        var hash =
                Canonical.hash(
                        String.join("\n", texts(Fleets.of(1, new FleetSettings(2, 10, 8, 2, 3)))));

        assertThat(hash)
                .isEqualTo("95d4729ccce86e31cef76660b1f962e254b4f682ef11db0e50519ff0e386b27a");
    }

    @Test
    void idsAreUnique() {
        var events = Fleets.demo(1).events().toList();

        assertThat(events.stream().map(event -> event.envelope().eventId()).distinct())
                .hasSameSizeAs(events);
    }

    @Test
    void addingADeviceChangesNothingForTheOthers() {
        var nine = texts(Fleets.of(1, new FleetSettings(6, 9, 8, 2, 3)));
        var ten = texts(Fleets.of(1, new FleetSettings(6, 10, 8, 2, 3)));

        assertThat(ten).hasSizeGreaterThan(nine.size()).containsSubsequence(nine);
    }

    @Test
    void mostCellsHaveEvidenceForTheBestGradeAndAFewHaveAlmostNone() {
        var runs = runsByCell(Fleets.demo(1));
        var best = runs.values().stream().filter(SampleFleetTest::isGradeA).count();
        var thin = runs.values().stream().filter(cell -> benchmarks(cell) <= 2).count();

        assertThat(best).isGreaterThan(runs.size() * 85L / 100);
        assertThat(thin).isBetween(1L, runs.size() * 12L / 100);
    }

    @Test
    void everyCellThatWorksHasItsEnergyMeasured() {
        assertThat(runsByCell(Fleets.demo(1)).values())
                .allMatch(cell -> cell.stream().anyMatch(BatteryResult.class::isInstance));
    }

    @Test
    void failingCellsFailInEveryRunAndForTheReasonThatTheTruthNames() {
        var fleet = Fleets.demo(1);
        var failures =
                Fleets.results(fleet).stream()
                        .filter(result -> result.outcome().status() != Outcome.Status.OK)
                        .toList();

        assertThat(failures)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        result ->
                                assertThat(fleet.truth().failing(result.subject().board()))
                                        .containsEntry(result.subject().cell(), result.outcome()));
        assertThat(failures.stream().map(result -> result.outcome().status()).distinct())
                .containsExactlyInAnyOrder(
                        Outcome.Status.FAILED, Outcome.Status.UNSUPPORTED, Outcome.Status.SKIPPED);
        assertThat(failures.stream().map(result -> result.outcome().failureClass()))
                .contains("out_of_memory", "unsupported_op");
    }

    @Test
    void aFleetOfAnySizeIsAStreamThatKeepsNothing() {
        var huge = Fleets.of(1, new FleetSettings(50_000_000, 5, 4, 1, 30));

        assertThat(huge.events().limit(1_000).map(Event::modelName).distinct()).hasSize(1_000);
    }

    @Test
    void aLoadFleetHasTheSizeAskedFor() {
        var events = Fleets.results(Fleets.of(1, FleetSettings.load(100, 25, 1)));

        assertThat(events.stream().map(result -> result.subject().model().name()).distinct())
                .hasSize(100);
        assertThat(events.stream().map(result -> result.subject().hardware().id()).distinct())
                .hasSize(25);
        assertThat(events.stream().map(result -> result.subject().cell()).distinct())
                .hasSize(2_500);
    }

    private static List<String> texts(SampleFleet fleet) {
        return fleet.events().map(event -> Canonical.text((Record) event)).toList();
    }

    private static Map<CellKey, List<Result>> runsByCell(SampleFleet fleet) {
        return Fleets.results(fleet).stream()
                .filter(result -> result.outcome().status() == Outcome.Status.OK)
                .collect(Collectors.groupingBy(result -> result.subject().cell()));
    }

    private static long benchmarks(List<Result> cell) {
        return cell.stream().filter(BenchmarkResult.class::isInstance).count();
    }

    private static boolean isGradeA(List<Result> cell) {
        var days =
                cell.stream()
                        .map(
                                result ->
                                        LocalDate.ofInstant(
                                                result.envelope().occurredAt(), ZoneOffset.UTC))
                        .distinct()
                        .count();
        return benchmarks(cell) >= 5 && days >= 4;
    }
}
