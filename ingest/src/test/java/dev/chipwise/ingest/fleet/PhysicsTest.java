package dev.chipwise.ingest.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhysicsTest {

    private static final String ENERGY = "energy_per_inference_mj";
    private static final String MEMORY = "memory_peak_mb";
    private static final String SUSTAINED = "throughput_sustained_items_per_second";
    private static final String BURST = "throughput_items_per_second";

    private final SampleFleet fleet = Fleets.demo(1);

    @Test
    void narrowerNumbersAreFasterOnANeuralProcessorAndNeedLessMemory() {
        var pairs = pairs("/fp16/b1/", "/int8/b1/");

        assertThat(pairs).hasSizeGreaterThan(20);
        pairs.forEach(
                (wide, narrow) -> {
                    assertThat(narrow.latencyMs()).isLessThan(wide.latencyMs());
                    assertThat(narrow.value(MEMORY)).isLessThan(wide.value(MEMORY));
                });
    }

    @Test
    void aBiggerBatchTakesLongerAndDoesMorePerSecond() {
        var pairs = pairs("/b1/", "/b8/");

        assertThat(pairs).hasSizeGreaterThan(20);
        pairs.forEach(
                (single, batch) -> {
                    assertThat(batch.latencyMs()).isGreaterThan(single.latencyMs());
                    assertThat(batch.itemsPerSecond()).isGreaterThan(single.itemsPerSecond());
                });
    }

    @Test
    void nothingRunsFasterHotThanCool() {
        assertThat(everywhere().values())
                .allMatch(cell -> cell.value(SUSTAINED) <= cell.value(BURST) * (1 + 1e-12))
                .anyMatch(cell -> cell.value(SUSTAINED) < cell.value(BURST) * 0.7);
    }

    @Test
    void onlyWhatReachesItsThrottleTemperatureSlowsDown() {
        assertThat(everywhere().values())
                .allSatisfy(
                        cell -> {
                            boolean throttled =
                                    cell.throttleAfterSeconds() < Physics.ENERGY_RUN_SECONDS;
                            assertThat(cell.value("throttled_s") > 0).isEqualTo(throttled);
                            assertThat(cell.value(SUSTAINED) < cell.value(BURST) * (1 - 1e-9))
                                    .isEqualTo(throttled);
                        });
    }

    @Test
    void energyIsPowerTimesTimeInEveryRun() {
        assertThat(Fleets.results(fleet))
                .filteredOn(BatteryResult.class::isInstance)
                .hasSizeGreaterThan(1_000)
                .allSatisfy(
                        result -> {
                            var run = values(result);
                            double seconds =
                                    ((BatteryResult) result).protocol().durationMs() / 1000;
                            assertThat(
                                            run.get("energy_total_mj")
                                                    / (run.get("power_avg_mw") * seconds))
                                    .isCloseTo(1, within(1e-5));
                            assertThat(run.get(ENERGY) * run.get("inferences_per_joule"))
                                    .isCloseTo(1000, within(0.01));
                        });
    }

    @Test
    void energyPerInferenceIsPowerTimesLatencyWhereNothingThrottles() {
        var cool =
                everywhere().values().stream()
                        .filter(cell -> cell.throttleAfterSeconds() > Physics.ENERGY_RUN_SECONDS);

        assertThat(cool)
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        cell ->
                                assertThat(cell.watts() * 1000 / cell.itemsPerSecond())
                                        .isCloseTo(
                                                cell.value(ENERGY),
                                                within(1e-9 * cell.value(ENERGY))));
    }

    @Test
    void onlyWhatHasABatteryLosesCharge() {
        assertThat(everywhere())
                .allSatisfy(
                        (key, cell) ->
                                assertThat(Double.isNaN(cell.value("battery_drain_pct_per_hour")))
                                        .isEqualTo(
                                                key.hardware()
                                                        .matches(".*(board|server|desktop).*")));
    }

    @Test
    void aDeviceWarmsTowardsItsAsymptoteAndStopsAtItsThrottleTemperature() {
        var phone = new ThermalCurve(25, 8, 60, 45);

        assertThat(phone.temperatureC(0.5, 2, 0)).isCloseTo(29, within(1e-9));
        assertThat(phone.temperatureC(0.5, 2, 1e6)).isCloseTo(41, within(1e-9));
        assertThat(phone.temperatureC(0.5, 5, 1e6)).isEqualTo(45);
        assertThat(phone.secondsToThrottle(0.5, 2)).isInfinite();
        assertThat(phone.temperatureC(0.5, 5, phone.secondsToThrottle(0.5, 5)))
                .isCloseTo(45, within(1e-9));
    }

    @Test
    void aHotRunDrawsFullPowerUntilItThrottlesAndWhatItCanShedAfter() {
        var device = new FleetTables().devices().get(0);

        var run = EnergyRun.of(device, 6, 100, 600);

        assertThat(run.throttleAfterSeconds()).isBetween(1.0, 599.0);
        double hot = 600 - run.throttleAfterSeconds();
        double shed = device.thermal().sustainableWatts();
        assertThat(run.energyMj()).isCloseTo(1000 * (6 * (600 - hot) + shed * hot), within(1e-6));
        assertThat(run.items())
                .isLessThan(100 * 600)
                .isGreaterThan(run.sustainedItemsPerSecond() * 600);
    }

    /** Cells that have a twin which differs in one part of the configuration. */
    private Map<Expected, Expected> pairs(String part, String twinPart) {
        var cells = everywhere();
        var pairs = new HashMap<Expected, Expected>();
        cells.forEach(
                (key, cell) -> {
                    var configuration = key.configuration().replace(part, twinPart);
                    var twin = cells.get(new CellKey(key.board(), key.hardware(), configuration));
                    if (twin != null && key.configuration().contains(part)) {
                        pairs.put(cell, twin);
                    }
                });
        return pairs;
    }

    private Map<CellKey, Expected> everywhere() {
        return fleet.truth()
                .boards()
                .flatMap(board -> fleet.truth().working(board).entrySet().stream())
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, Double> values(Result result) {
        return result.measurements().stream()
                .collect(Collectors.toMap(Measurement::metric, Measurement::value));
    }
}
