package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the battery result of ten minutes of continuous inference. On mains there is no charge to
 * lose, only energy.
 */
final class BatteryRunner {

    private static final double POWER_SPREAD = 0.02;
    private static final int SAMPLES = 12;
    private static final int SEVERE = 3;

    private final Catalog catalog;

    BatteryRunner(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A run that was slower than the truth by a factor. */
    BatteryResult run(Envelope envelope, Cell cell, Expected expected, double slower, Noise noise) {
        var device = cell.device();
        double hungrier = noise.factor(POWER_SPREAD);
        var readout = new Readout(catalog);
        putEnergy(expected, slower, hungrier, readout);
        putHeat(expected, readout);
        List<BatteryResult.Sample> samples = List.of();
        if (device.battery() != null) {
            double startPct = 70 + noise.below(26);
            double drain = expected.value("battery_drain_pct_per_hour") * hungrier;
            double endPct = startPct - drain * Physics.ENERGY_RUN_SECONDS / 3600;
            putCharge(device.battery(), drain, startPct, endPct, readout);
            samples = samples(device, expected.watts() * hungrier, startPct, endPct);
        }
        return new BatteryResult(
                envelope,
                cell.subject(),
                Outcome.OK,
                readout.measurements(),
                Evidence.SIMULATED,
                protocol(device),
                throttling(expected),
                temperatures(expected),
                samples);
    }

    private static void putEnergy(
            Expected expected, double slower, double hungrier, Readout readout) {
        double energyMj = expected.value("energy_per_inference_mj") * slower * hungrier;
        readout.measured("power_avg_mw", expected.value("power_avg_mw") * hungrier)
                .measured("power_peak_mw", expected.value("power_peak_mw") * hungrier)
                .measured("power_idle_mw", expected.value("power_idle_mw"))
                .measured("energy_total_mj", expected.value("energy_total_mj") * hungrier)
                .derived("energy_per_inference_mj", energyMj)
                .derived("inferences_per_joule", 1000 / energyMj)
                .measured(
                        "throughput_sustained_items_per_second",
                        expected.value("throughput_sustained_items_per_second") / slower);
    }

    private static void putHeat(Expected expected, Readout readout) {
        double startC = expected.value("temperature_start_c");
        double endC = expected.value("temperature_end_c");
        readout.measured("temperature_start_c", startC)
                .measured("temperature_end_c", endC)
                .measured("temperature_max_c", endC)
                .derived("temperature_rise_c", endC - startC)
                .measured("throttled_s", expected.value("throttled_s"));
    }

    private static void putCharge(
            Device.Battery battery, double drain, double startPct, double endPct, Readout readout) {
        readout.derived("battery_drain_pct_per_hour", drain)
                .measured("battery_level_start_pct", startPct)
                .measured("battery_level_end_pct", endPct)
                .measured("battery_capacity_mah", battery.capacityMah())
                .measured("battery_voltage_mv", battery.voltageMv());
    }

    private static BatteryResult.Protocol protocol(Device device) {
        boolean mains = device.battery() == null;
        return new BatteryResult.Protocol(
                "continuous",
                mains ? "headless" : "screen_off_plane_mode",
                mains ? "mains" : "balanced",
                mains ? "external_meter" : "fuel_gauge",
                null,
                false,
                Physics.ENERGY_RUN_SECONDS * 1000);
    }

    private static BatteryResult.Throttling throttling(Expected expected) {
        double seconds = expected.value("throttled_s");
        return new BatteryResult.Throttling(
                seconds > 0 ? 1 : 0, Readout.rounded(seconds), seconds > 0 ? SEVERE : 0);
    }

    private static List<BatteryResult.ZoneTemperature> temperatures(Expected expected) {
        double endC = Readout.rounded(expected.value("temperature_end_c"));
        return List.of(
                new BatteryResult.ZoneTemperature(
                        "skin",
                        Readout.rounded(expected.value("temperature_start_c")),
                        endC,
                        endC));
    }

    /**
     * The gauge as it was read during the run: power is cut when the throttle temperature is
     * reached.
     */
    private static List<BatteryResult.Sample> samples(
            Device device, double watts, double startPct, double endPct) {
        var thermal = device.thermal();
        var samples = new ArrayList<BatteryResult.Sample>();
        for (int i = 0; i <= SAMPLES; i++) {
            double seconds = Physics.ENERGY_RUN_SECONDS * i / SAMPLES;
            boolean hot = seconds > thermal.secondsToThrottle(device.idleWatts(), watts);
            double milliwatts = 1000 * (hot ? thermal.sustainableWatts() : watts);
            double volts = device.battery().voltageMv() / 1000;
            samples.add(
                    new BatteryResult.Sample(
                            (long) (seconds * 1000),
                            device.battery().voltageMv(),
                            Readout.rounded(1000 * milliwatts / volts),
                            Readout.rounded(
                                    thermal.temperatureC(device.idleWatts(), watts, seconds)),
                            Readout.rounded(startPct + (endPct - startPct) * i / SAMPLES)));
        }
        return samples;
    }
}
