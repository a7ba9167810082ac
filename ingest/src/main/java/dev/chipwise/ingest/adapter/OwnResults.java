package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import java.util.Set;
import java.util.TreeSet;

/** The results of our own format: benchmark and battery runs. */
final class OwnResults {

    static final Set<String> COMMON = common();
    static final Set<String> BENCHMARK =
            Fields.union(
                    COMMON, "iterations", "warmup", "item_unit", "accuracy", "raw_latencies_ms");
    static final Set<String> BATTERY =
            Fields.union(
                    COMMON,
                    "procedure",
                    "device_state",
                    "power_mode",
                    "method",
                    "method_resolution_mj",
                    "charging",
                    "throttling",
                    "temperatures",
                    "samples");
    static final Set<String> FAILURE = Set.of("class", "message");
    static final Set<String> ACCURACY = Set.of("metric", "value", "reference");
    static final Set<String> THROTTLING = Set.of("events", "throttled_s", "level");
    static final Set<String> TEMPERATURE = Set.of("zone", "start_c", "end_c", "max_c");
    static final Set<String> SAMPLE =
            Set.of("t_ms", "voltage_mv", "current_ua", "temperature_c", "level_pct");

    private final Catalog catalog;
    private final OwnSubject subjects;
    private final OwnMetrics metrics;

    OwnResults(Catalog catalog, OwnSubject subjects) {
        this.catalog = catalog;
        this.subjects = subjects;
        this.metrics = new OwnMetrics(catalog);
    }

    BenchmarkResult benchmark(JsonNode json, ImportContext context) {
        var fields = Fields.of(json, BENCHMARK);
        var subject = subjects.read(fields, context);
        return Identified.event(
                OwnEnvelope.read(fields, context),
                context,
                envelope ->
                        new BenchmarkResult(
                                envelope,
                                subject,
                                outcome(fields),
                                metrics.read(fields),
                                Evidence.of(fields.text("evidence", "real")),
                                protocol(fields),
                                accuracy(fields),
                                fields.numbers("raw_latencies_ms")));
    }

    BatteryResult battery(JsonNode json, ImportContext context) {
        var fields = Fields.of(json, BATTERY);
        var subject = subjects.read(fields, context);
        return Identified.event(
                OwnEnvelope.read(fields, context),
                context,
                envelope ->
                        new BatteryResult(
                                envelope,
                                subject,
                                outcome(fields),
                                metrics.read(fields),
                                Evidence.of(fields.text("evidence", "real")),
                                batteryProtocol(fields),
                                throttling(fields),
                                fields.objects("temperatures", TEMPERATURE).stream()
                                        .map(OwnResults::temperature)
                                        .toList(),
                                fields.objects("samples", SAMPLE).stream()
                                        .map(OwnResults::sample)
                                        .toList()));
    }

    private Outcome outcome(Fields fields) {
        var failure = fields.object("failure", FAILURE);
        var failureClass = failure.text("class");
        return new Outcome(
                Outcome.Status.of(fields.text("status", "ok")),
                catalog.failureClass(failureClass).orElse(failureClass),
                failure.text("message"));
    }

    private static BenchmarkResult.Protocol protocol(Fields fields) {
        var protocol =
                new BenchmarkResult.Protocol(
                        fields.integer("iterations"),
                        fields.integer("warmup"),
                        fields.number("duration_ms"),
                        fields.text("item_unit"));
        var nothing = new BenchmarkResult.Protocol(null, null, null, null);
        return protocol.equals(nothing) ? null : protocol;
    }

    private static BenchmarkResult.Accuracy accuracy(Fields fields) {
        if (!fields.has("accuracy")) {
            return null;
        }
        var accuracy = fields.object("accuracy", ACCURACY);
        return new BenchmarkResult.Accuracy(
                required(accuracy, "metric", accuracy.text("metric")),
                required(accuracy, "value", accuracy.number("value")),
                accuracy.number("reference"));
    }

    private static BatteryResult.Protocol batteryProtocol(Fields fields) {
        return new BatteryResult.Protocol(
                required(fields, "procedure", fields.text("procedure")),
                fields.text("device_state"),
                fields.text("power_mode"),
                required(fields, "method", fields.text("method")),
                fields.number("method_resolution_mj"),
                required(fields, "charging", fields.flag("charging")),
                fields.number("duration_ms"));
    }

    private static BatteryResult.Throttling throttling(Fields fields) {
        if (!fields.has("throttling")) {
            return null;
        }
        var throttling = fields.object("throttling", THROTTLING);
        return new BatteryResult.Throttling(
                required(throttling, "events", throttling.integer("events")),
                required(throttling, "throttled_s", throttling.number("throttled_s")),
                required(throttling, "level", throttling.integer("level")));
    }

    private static BatteryResult.ZoneTemperature temperature(Fields zone) {
        return new BatteryResult.ZoneTemperature(
                required(zone, "zone", zone.text("zone")),
                zone.number("start_c"),
                zone.number("end_c"),
                zone.number("max_c"));
    }

    private static BatteryResult.Sample sample(Fields sample) {
        return new BatteryResult.Sample(
                required(sample, "t_ms", sample.longInteger("t_ms")),
                sample.number("voltage_mv"),
                sample.number("current_ua"),
                sample.number("temperature_c"),
                sample.number("level_pct"));
    }

    private static <T> T required(Fields fields, String name, T value) {
        if (value == null) {
            throw new UnreadableField(Reason.MISSING_VALUE, fields.pathOf(name), "is missing");
        }
        return value;
    }

    private static Set<String> common() {
        var common = new TreeSet<>(OwnEnvelope.FIELDS);
        common.addAll(OwnSubject.FIELDS);
        common.addAll(Set.of("status", "failure", "metrics", "evidence", "duration_ms"));
        return common;
    }
}
