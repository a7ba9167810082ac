package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BatteryResult.ZoneTemperature;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** {@code battery_results}. */
final class BatteryTable implements RawTable<BatteryResult> {

    private static final List<String> METRICS =
            List.of(
                    "power_avg_mw",
                    "power_peak_mw",
                    "power_idle_mw",
                    "energy_total_mj",
                    "energy_per_inference_mj",
                    "inferences_per_joule",
                    "battery_drain_pct_per_hour",
                    "battery_life_impact_pct",
                    "temperature_start_c",
                    "temperature_end_c",
                    "temperature_max_c",
                    "temperature_rise_c",
                    "throttled_s",
                    "throughput_items_per_second",
                    "throughput_sustained_items_per_second",
                    "latency_mean_ms",
                    "memory_peak_mb");

    private final MeasurementColumns measured;
    private final Table<ResultRow<BatteryResult>> table;

    BatteryTable(Catalog catalog) {
        measured = new MeasurementColumns(METRICS, catalog);
        table =
                new Columns<ResultRow<BatteryResult>>()
                        .with(EventColumns.head(), row -> row.result().envelope())
                        .with(SubjectColumns.identity(), row -> row.result().subject())
                        .with(MeasurementColumns.<BatteryResult>outcome(), row -> row)
                        .with(measured.<BatteryResult>own(), row -> row)
                        .text("evidence", row -> row.result().evidence().wireName())
                        .with(EventColumns.labels(), row -> row.result().envelope())
                        .text("failure_message", row -> row.result().outcome().message())
                        .with(protocol(), row -> row.result().protocol())
                        .with(throttling(), row -> row.result().throttling())
                        .texts("zones", row -> zones(row, ZoneTemperature::zone))
                        .sparseNumbers("zone_start_c", row -> zones(row, ZoneTemperature::startC))
                        .sparseNumbers("zone_end_c", row -> zones(row, ZoneTemperature::endC))
                        .sparseNumbers("zone_max_c", row -> zones(row, ZoneTemperature::maxC))
                        .structs("samples", SampleColumns.list(), row -> samples(row.result()))
                        .with(measured.<BatteryResult>shared(), row -> row)
                        .with(SubjectColumns.description(), row -> row.result().subject())
                        .with(EventColumns.source(), row -> row.result().envelope())
                        .with(EventColumns.place(), ResultRow::raw)
                        .of("battery_results");
    }

    private static List<Column<BatteryResult.Protocol>> protocol() {
        return new Columns<BatteryResult.Protocol>()
                .text("procedure", BatteryResult.Protocol::procedure)
                .text("device_state", BatteryResult.Protocol::deviceState)
                .text("power_mode", BatteryResult.Protocol::powerMode)
                .text("method", BatteryResult.Protocol::method)
                .number("method_resolution_mj", BatteryResult.Protocol::methodResolution)
                .flag("charging", BatteryResult.Protocol::charging)
                .number("duration_ms", BatteryResult.Protocol::durationMs)
                .list();
    }

    private static List<Column<BatteryResult.Throttling>> throttling() {
        return new Columns<BatteryResult.Throttling>()
                .integer("throttling_events", BatteryResult.Throttling::events)
                .number("throttling_s", BatteryResult.Throttling::seconds)
                .integer("throttling_level", BatteryResult.Throttling::level)
                .list();
    }

    /** One part of every zone's temperatures; null when no zone was read. */
    private static <V> List<V> zones(
            ResultRow<BatteryResult> row, Function<ZoneTemperature, V> part) {
        var zones = row.result().temperatures();
        return zones.isEmpty() ? null : zones.stream().map(part).toList();
    }

    /** Null when no series was kept. */
    private static List<BatteryResult.Sample> samples(BatteryResult result) {
        return result.samples().isEmpty() ? null : result.samples();
    }

    @Override
    public Class<BatteryResult> type() {
        return BatteryResult.class;
    }

    @Override
    public Table<?> table() {
        return table;
    }

    @Override
    public void append(DuckDbFile file, Collection<RawRow<BatteryResult>> rows)
            throws SQLException {
        table.append(file, rows.stream().map(ResultRow::of).toList());
    }

    @Override
    public BatteryResult read(Row row) throws SQLException {
        return new BatteryResult(
                EventColumns.envelope(row),
                SubjectColumns.subject(row),
                MeasurementColumns.outcome(row),
                measured.measurements(row),
                Evidence.of(row.text("evidence")),
                readProtocol(row),
                readThrottling(row),
                readZones(row),
                SampleColumns.read(row));
    }

    private static BatteryResult.Protocol readProtocol(Row row) throws SQLException {
        return new BatteryResult.Protocol(
                row.text("procedure"),
                row.text("device_state"),
                row.text("power_mode"),
                row.text("method"),
                row.number("method_resolution_mj"),
                row.flag("charging"),
                row.number("duration_ms"));
    }

    private static BatteryResult.Throttling readThrottling(Row row) throws SQLException {
        var events = row.integer("throttling_events");
        return events == null
                ? null
                : new BatteryResult.Throttling(
                        events, row.number("throttling_s"), row.integer("throttling_level"));
    }

    private static List<ZoneTemperature> readZones(Row row) throws SQLException {
        var names = row.list("zones");
        var start = row.list("zone_start_c");
        var end = row.list("zone_end_c");
        var max = row.list("zone_max_c");
        var zones = new ArrayList<ZoneTemperature>();
        for (int i = 0; i < names.size(); i++) {
            zones.add(
                    new ZoneTemperature(
                            (String) names.get(i),
                            (Double) start.get(i),
                            (Double) end.get(i),
                            (Double) max.get(i)));
        }
        return zones;
    }
}
