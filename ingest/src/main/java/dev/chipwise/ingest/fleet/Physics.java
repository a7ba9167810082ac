package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says what is true of a cell: that it fails, or what it takes in time, memory, energy and heat.
 */
final class Physics {

    /** Ten minutes: long enough for a phone to become hot. */
    static final double ENERGY_RUN_SECONDS = 600;

    /** What the operating system leaves to one process. */
    private static final double USABLE_MEMORY = 0.9;

    private static final double LOAD_GB_PER_S = 0.8;

    private final List<FailureRule> failures;
    private final InjectedRegression regression;

    Physics(FleetTables tables) {
        failures = tables.failures();
        regression = tables.regression();
    }

    /** How every run of this cell ends, when it does not end well. */
    Optional<Outcome> failure(Cell cell) {
        return failures.stream()
                .filter(rule -> rule.matches(cell))
                .map(FailureRule::outcome)
                .findFirst()
                .or(() -> outOfMemory(cell));
    }

    /** What is true of a cell that works. */
    Expected expected(Cell cell) {
        var roofline = Roofline.of(cell);
        double latencyMs = roofline.latencyMs() * (regression.hits(cell) ? regression.factor() : 1);
        double itemsPerSecond = 1000 * cell.batchSize() / latencyMs;
        double watts =
                cell.device().idleWatts() + cell.processor().activeWatts() * roofline.busyShare();
        var energy = EnergyRun.of(cell.device(), watts, itemsPerSecond, ENERGY_RUN_SECONDS);
        var values = new TreeMap<String, Double>();
        values.put("latency_mean_ms", latencyMs);
        values.put("throughput_items_per_second", itemsPerSecond);
        values.put("memory_peak_mb", memoryMb(cell));
        values.put("load_ms", 20 + cell.model().weightsMb(cell.precision()) / LOAD_GB_PER_S);
        putEnergy(cell.device(), energy, values);
        return new Expected(
                latencyMs,
                itemsPerSecond,
                watts,
                roofline.memoryBound(),
                energy.throttleAfterSeconds(),
                values);
    }

    private static void putEnergy(Device device, EnergyRun energy, TreeMap<String, Double> values) {
        values.put("throughput_sustained_items_per_second", energy.sustainedItemsPerSecond());
        values.put("power_avg_mw", energy.averageWatts() * 1000);
        values.put("power_peak_mw", energy.burstWatts() * 1000);
        values.put("power_idle_mw", device.idleWatts() * 1000);
        values.put("energy_total_mj", energy.energyMj());
        values.put("energy_per_inference_mj", energy.energyPerItemMj());
        values.put("inferences_per_joule", 1000 / energy.energyPerItemMj());
        values.put("temperature_start_c", energy.startC());
        values.put("temperature_end_c", energy.endC());
        values.put("throttled_s", energy.throttledSeconds());
        if (device.battery() != null) {
            double shareOfCharge = energy.energyMj() / 1000 / device.battery().energyJoules();
            values.put("battery_drain_pct_per_hour", 100 * shareOfCharge * 3600 / energy.seconds());
        }
    }

    private static Optional<Outcome> outOfMemory(Cell cell) {
        double limit = cell.device().hardware().memoryMb() * USABLE_MEMORY;
        if (memoryMb(cell) <= limit) {
            return Optional.empty();
        }
        var message =
                "needs "
                        + StrictMath.round(memoryMb(cell))
                        + " MB of "
                        + StrictMath.round(limit)
                        + " MB";
        return Optional.of(new Outcome(Outcome.Status.FAILED, "out_of_memory", message));
    }

    private static double memoryMb(Cell cell) {
        return cell.processor().overheadMb()
                + cell.model().weightsMb(cell.precision())
                + cell.model().activationsMb(cell.precision(), cell.batchSize());
    }
}
