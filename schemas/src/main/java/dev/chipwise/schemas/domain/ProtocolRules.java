package dev.chipwise.schemas.domain;

import java.util.Set;
import java.util.TreeSet;

/** The rules of {@link ResultValidator} about how something was measured. */
final class ProtocolRules {

    private static final Set<String> PROCEDURES =
            Set.of("continuous", "periodic", "batch_size", "quantization");
    private static final Set<String> METHODS =
            Set.of(
                    "fuel_gauge",
                    "charge_counter",
                    "rail",
                    "external_meter",
                    "level_delta",
                    "estimated");
    private static final int HIGHEST_THROTTLING_LEVEL = 5;
    private static final double FULL_PCT = 100;

    private ProtocolRules() {}

    static void check(BenchmarkResult benchmark) {
        var protocol = benchmark.protocol();
        if (protocol != null) {
            notNegative("iterations", protocol.iterations());
            notNegative("warmup", protocol.warmup());
            notNegative("duration_ms", protocol.durationMs());
            BrokenRule.bound("item_unit", protocol.itemUnit());
        }
        var accuracy = benchmark.accuracy();
        if (accuracy != null) {
            BrokenRule.require("accuracy.metric", accuracy.metric());
            finite("accuracy.value", accuracy.value());
            finite("accuracy.reference", accuracy.reference());
        }
    }

    static void check(BatteryResult battery) {
        var protocol = battery.protocol();
        if (protocol == null) {
            throw new BrokenRule(
                    Reason.MISSING_IDENTITY, "a battery result says its procedure and method");
        }
        if (protocol.charging()) {
            throw new BrokenRule(
                    Reason.CHARGING,
                    "the charger was connected; unplug it, or publish the run as a benchmark result");
        }
        oneOf("procedure", protocol.procedure(), PROCEDURES, Reason.UNKNOWN_PROCEDURE);
        oneOf("method", protocol.method(), METHODS, Reason.UNKNOWN_METHOD);
        notNegative("method_resolution_mj", protocol.methodResolution());
        notNegative("duration_ms", protocol.durationMs());
        check(battery.throttling());
        battery.temperatures().forEach(ProtocolRules::check);
        battery.samples().forEach(ProtocolRules::check);
    }

    private static void check(BatteryResult.Throttling throttling) {
        if (throttling != null) {
            notNegative("throttling.events", throttling.events());
            notNegative("throttling.seconds", throttling.seconds());
            notNegative("throttling.level", throttling.level());
            notAbove("throttling.level", throttling.level(), HIGHEST_THROTTLING_LEVEL);
        }
    }

    private static void check(BatteryResult.ZoneTemperature zone) {
        finite("temperature of zone " + zone.zone(), zone.startC());
        finite("temperature of zone " + zone.zone(), zone.endC());
        finite("temperature of zone " + zone.zone(), zone.maxC());
    }

    private static void check(BatteryResult.Sample sample) {
        notNegative("sample t_ms", sample.tMs());
        notNegative("sample voltage_mv", sample.voltageMv());
        finite("sample current_ua", sample.currentUa());
        finite("sample temperature_c", sample.temperatureC());
        notNegative("sample level_pct", sample.levelPct());
        notAbove("sample level_pct", sample.levelPct(), FULL_PCT);
    }

    static void finite(String field, Number value) {
        if (value != null && !Double.isFinite(value.doubleValue())) {
            throw new BrokenRule(Reason.NOT_FINITE, field + " is " + value);
        }
    }

    static void notNegative(String field, Number value) {
        finite(field, value);
        if (value != null && value.doubleValue() < 0) {
            throw new BrokenRule(Reason.NEGATIVE, field + " is " + value);
        }
    }

    private static void notAbove(String field, Number value, double most) {
        if (value != null && value.doubleValue() > most) {
            throw new BrokenRule(Reason.OUT_OF_RANGE, field + " is " + value);
        }
    }

    private static void oneOf(String field, String word, Set<String> known, Reason otherwise) {
        BrokenRule.require(field, word);
        if (!known.contains(word)) {
            throw new BrokenRule(
                    otherwise,
                    field + " '" + word + "' is not one of " + String.join(", ", sorted(known)));
        }
    }

    private static Iterable<String> sorted(Set<String> words) {
        return new TreeSet<>(words);
    }
}
