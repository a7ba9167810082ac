package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Outcome;
import java.util.List;
import java.util.Objects;

/** Turns a stretch of discharge into an event. */
final class BatteryEvents {

    private static final String FUEL_GAUGE = "fuel_gauge";
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** As many as an event keeps; of a longer stretch, what was derived has to do. */
    private static final int MOST_SAMPLES = 10_000;

    private final Catalog catalog;

    BatteryEvents(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The event of a stretch.
     *
     * @param energyMj out of the battery, above 0
     */
    BatteryResult event(
            BatteryStretch stretch, double energyMj, BatterySubject about, ImportContext context) {
        var labels =
                new Labels()
                        .put("lines", stretch.first().line() + "-" + stretch.last().line())
                        .put("readings", stretch.readings().size())
                        .put("discharge_current_ua_per_raw", stretch.scale().dischargeMicroAmps());
        return Identified.event(
                Occurrence.envelope(BatteryTime.moment(stretch.first().timeMs()), labels, context),
                context,
                envelope ->
                        new BatteryResult(
                                envelope,
                                about.subject(),
                                Outcome.OK,
                                measurements(stretch, energyMj, about.inferences()),
                                Evidence.REAL,
                                protocol(stretch, about),
                                null,
                                List.of(),
                                samples(stretch)));
    }

    private List<Measurement> measurements(
            BatteryStretch stretch, double energyMj, Long inferences) {
        var scale = stretch.scale();
        var metrics = new MetricValues(catalog);
        metrics.derived("energy_total_mj", energyMj)
                .derived("power_avg_mw", energyMj / stretch.durationMs() * MILLIS_PER_SECOND)
                .derived(
                        "power_peak_mw",
                        stretch.readings().stream().mapToDouble(scale::power).max().orElseThrow())
                .derived(
                        "battery_voltage_mv",
                        stretch.readings().stream()
                                .mapToDouble(scale::voltage)
                                .average()
                                .orElseThrow())
                .measured("battery_capacity_mah", stretch.first().capacity());
        if (inferences != null && inferences > 0) {
            metrics.derived("energy_per_inference_mj", energyMj / inferences)
                    .derived("inferences_per_joule", inferences / energyMj * MILLIS_PER_SECOND);
        }
        addLevels(stretch, metrics);
        addTemperatures(stretch, metrics);
        return metrics.sorted();
    }

    private static void addLevels(BatteryStretch stretch, MetricValues metrics) {
        var start = stretch.first().level();
        var end = stretch.last().level();
        metrics.measured("battery_level_start_pct", start).measured("battery_level_end_pct", end);
        if (start != null && end != null && start > end) {
            metrics.derived(
                    "battery_drain_pct_per_hour",
                    (start - end) / stretch.durationMs() * MILLIS_PER_HOUR);
        }
    }

    private static void addTemperatures(BatteryStretch stretch, MetricValues metrics) {
        var start = stretch.scale().temperature(stretch.first());
        var end = stretch.scale().temperature(stretch.last());
        var highest =
                stretch.readings().stream()
                        .map(stretch.scale()::temperature)
                        .filter(Objects::nonNull)
                        .max(Double::compare)
                        .orElse(null);
        metrics.measured("temperature_start_c", start)
                .measured("temperature_end_c", end)
                .measured("temperature_max_c", highest);
        if (start != null && end != null) {
            metrics.derived("temperature_rise_c", end - start);
        }
    }

    private static BatteryResult.Protocol protocol(BatteryStretch stretch, BatterySubject about) {
        return new BatteryResult.Protocol(
                about.procedure(),
                about.deviceState(),
                about.powerMode(),
                FUEL_GAUGE,
                null,
                false,
                stretch.durationMs());
    }

    private static List<BatteryResult.Sample> samples(BatteryStretch stretch) {
        if (stretch.readings().size() > MOST_SAMPLES) {
            return List.of();
        }
        var scale = stretch.scale();
        return stretch.readings().stream()
                .map(
                        reading ->
                                new BatteryResult.Sample(
                                        Math.round(reading.timeMs() - stretch.first().timeMs()),
                                        scale.voltage(reading),
                                        scale.current(reading),
                                        scale.temperature(reading),
                                        reading.level()))
                .toList();
    }
}
