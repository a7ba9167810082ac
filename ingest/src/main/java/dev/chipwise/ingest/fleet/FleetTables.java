package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.CsvResource;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareId;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Workload;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fleet as its tables in the jar describe it; rows keep their order. */
final class FleetTables {

    private final List<ModelSpec> models;
    private final List<Device> devices;
    private final List<FailureRule> failures;
    private final InjectedRegression regression;

    FleetTables() {
        models = rows("models.csv").stream().map(FleetTables::model).toList();
        var processors = rows("processors.csv");
        devices = rows("devices.csv").stream().map(row -> device(row, processors)).toList();
        failures = rows("failures.csv").stream().map(FailureRule::of).toList();
        regression = regression(rows("regressions.csv"));
    }

    List<ModelSpec> models() {
        return models;
    }

    List<Device> devices() {
        return devices;
    }

    List<FailureRule> failures() {
        return failures;
    }

    InjectedRegression regression() {
        return regression;
    }

    private InjectedRegression regression(List<Map<String, String>> rows) {
        if (rows.size() != 1) {
            throw new IllegalStateException("regressions.csv: want one row, got " + rows.size());
        }
        var row = rows.get(0);
        var device =
                devices.stream()
                        .filter(candidate -> candidate.key().equals(row.get("device")))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "regressions.csv: no such device in " + row));
        return InjectedRegression.of(row, device.hardware().id());
    }

    private static ModelSpec model(Map<String, String> row) {
        var length = row.get("sequence_length");
        var shape = row.get("input_shape");
        return new ModelSpec(
                row.get("name"),
                new Model(
                        row.get("name"),
                        row.get("family"),
                        row.get("task"),
                        row.get("modality"),
                        number(row, "parameters_million")),
                new Workload(
                        Workload.INFERENCE,
                        row.get("test_case"),
                        shape.isEmpty() ? null : shape,
                        length.isEmpty() ? null : Integer.valueOf(length)),
                row.get("item_unit"),
                number(row, "gflop_per_item"),
                number(row, "activation_mb"),
                (int) number(row, "layers"),
                words(row, "precisions").stream().map(Precision::of).toList());
    }

    private static Device device(Map<String, String> row, List<Map<String, String>> processors) {
        double capacityMah = number(row, "battery_mah");
        return new Device(
                row.get("key"),
                row.get("soc_class"),
                hardware(row),
                capacityMah == 0
                        ? null
                        : new Device.Battery(capacityMah, number(row, "battery_mv")),
                number(row, "idle_w"),
                new ThermalCurve(
                        number(row, "ambient_c"),
                        number(row, "resistance_c_per_w"),
                        number(row, "capacitance_j_per_c"),
                        number(row, "throttle_c")),
                number(row, "run_noise"),
                processors.stream()
                        .filter(processor -> processor.get("device").equals(row.get("key")))
                        .map(FleetTables::processor)
                        .toList());
    }

    private static Hardware hardware(Map<String, String> row) {
        return new Hardware(
                HardwareId.of(row.get("type"), row.get("vendor"), row.get("device")),
                row.get("type"),
                row.get("vendor"),
                row.get("device"),
                row.get("soc"),
                row.get("os"),
                row.get("os_version"),
                null,
                number(row, "memory_mb"));
    }

    private static Processor processor(Map<String, String> row) {
        var rates = new EnumMap<Precision, Double>(Precision.class);
        for (var precision : Precision.values()) {
            var rate = row.get(precision.id() + "_gflop_s");
            if (!rate.isEmpty()) {
                rates.put(precision, Double.valueOf(rate));
            }
        }
        return new Processor(
                row.get("unit"),
                row.get("runtime"),
                row.get("runtime_version"),
                row.get("delegate"),
                number(row, "dispatch_ms"),
                number(row, "saturation_gflop"),
                number(row, "active_w"),
                number(row, "bandwidth_gb_s"),
                number(row, "overhead_mb"),
                rates,
                words(row, "batches").stream().map(Integer::valueOf).toList());
    }

    private static List<Map<String, String>> rows(String table) {
        return CsvResource.rows(FleetTables.class, table);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static List<String> words(Map<String, String> row, String column) {
        return Arrays.asList(row.get(column).toLowerCase(Locale.ROOT).split(" "));
    }
}
