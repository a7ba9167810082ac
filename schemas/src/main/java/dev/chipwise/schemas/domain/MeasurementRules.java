package dev.chipwise.schemas.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of {@link ResultValidator} about what was measured. */
final class MeasurementRules {

    private static final int MOST_RAW_VALUES = 10_000;
    private static final double GAUGE_STEP_PCT = 1;
    private static final List<String> ASCENDING =
            List.of(
                    "latency_min_ms",
                    "latency_p50_ms",
                    "latency_p90_ms",
                    "latency_p95_ms",
                    "latency_p99_ms",
                    "latency_max_ms");

    private final Catalog catalog;

    MeasurementRules(Catalog catalog) {
        this.catalog = catalog;
    }

    void check(Result result) {
        checkOutcome(result);
        var values = new HashMap<String, Double>();
        for (var measurement : result.measurements()) {
            checkMeasurement(measurement);
            if (values.put(measurement.metric(), measurement.value()) != null) {
                throw new BrokenRule(
                        Reason.REPEATED_METRIC, measurement.metric() + " is given twice");
            }
        }
        checkOrder(values);
        if (result instanceof BenchmarkResult benchmark) {
            ProtocolRules.check(benchmark);
            checkRaw(benchmark.rawLatenciesMs());
        } else if (result instanceof BatteryResult battery) {
            ProtocolRules.check(battery);
            checkBattery(battery, values);
        }
    }

    private void checkOutcome(Result result) {
        var outcome = result.outcome();
        if (outcome.status() == Outcome.Status.UNRECOGNISED) {
            throw new BrokenRule(
                    Reason.UNKNOWN_STATUS,
                    "status must be ok, failed, error, timeout, skipped or unsupported");
        }
        if (result.evidence() == Evidence.UNRECOGNISED) {
            throw new BrokenRule(
                    Reason.UNKNOWN_EVIDENCE, "evidence must be real, simulated or mock");
        }
        boolean ok = outcome.status() == Outcome.Status.OK;
        if (ok && result.measurements().isEmpty()) {
            throw new BrokenRule(
                    Reason.SUCCESS_WITHOUT_METRIC, "status is ok but nothing was measured");
        }
        if (!ok && !result.measurements().isEmpty()) {
            throw new BrokenRule(
                    Reason.FAILURE_WITH_METRICS,
                    "status is "
                            + outcome.status().wireName()
                            + " but "
                            + result.measurements().size()
                            + " metrics are given; a failed run has no speed");
        }
        if (outcome.failureClass() != null) {
            checkFailureClass(ok, outcome.failureClass());
        }
    }

    private void checkFailureClass(boolean ok, String failureClass) {
        if (ok) {
            throw new BrokenRule(
                    Reason.SUCCESS_WITH_FAILURE_CLASS,
                    "status is ok but failure.class is '" + failureClass + "'");
        }
        if (catalog.failureClass(failureClass).isEmpty()) {
            throw new BrokenRule(
                    Reason.UNKNOWN_FAILURE_CLASS,
                    "failure.class '" + failureClass + "' is not in the catalogue");
        }
    }

    private void checkMeasurement(Measurement measurement) {
        var metric =
                catalog.metric(measurement.metric())
                        .orElseThrow(
                                () ->
                                        new BrokenRule(
                                                Reason.UNKNOWN_METRIC,
                                                "metric '"
                                                        + measurement.metric()
                                                        + "' is not in the catalogue"));
        if (!metric.unit().equals(measurement.unit())) {
            throw new BrokenRule(
                    Reason.UNIT_MISMATCH,
                    metric.id()
                            + " is in "
                            + metric.unit()
                            + ", but the value is given in '"
                            + measurement.unit()
                            + "'");
        }
        checkRange(metric, measurement.value());
    }

    private static void checkRange(Metric metric, double value) {
        if (!Double.isFinite(value)) {
            throw new BrokenRule(Reason.NOT_FINITE, metric.id() + " is " + value);
        }
        if (value < 0 && metric.range() != Metric.Range.ANY) {
            throw new BrokenRule(Reason.NEGATIVE, metric.id() + " is " + value);
        }
        if (value == 0 && metric.range() == Metric.Range.POSITIVE) {
            throw new BrokenRule(
                    Reason.ZERO, metric.id() + " is 0; leave out what was not measured");
        }
        if (value > 100 && metric.range() == Metric.Range.PERCENT) {
            throw new BrokenRule(Reason.OUT_OF_RANGE, metric.id() + " is " + value + " %");
        }
    }

    private static void checkOrder(Map<String, Double> values) {
        var present = new ArrayList<String>();
        for (var id : ASCENDING) {
            if (!values.containsKey(id)) {
                continue;
            }
            if (!present.isEmpty()
                    && values.get(present.get(present.size() - 1)) > values.get(id)) {
                var before = present.get(present.size() - 1);
                throw new BrokenRule(
                        Reason.PERCENTILES_OUT_OF_ORDER,
                        before
                                + " "
                                + values.get(before)
                                + " is above "
                                + id
                                + " "
                                + values.get(id));
            }
            present.add(id);
        }
    }

    private static void checkRaw(List<Double> latencies) {
        if (latencies.size() > MOST_RAW_VALUES) {
            throw new BrokenRule(
                    Reason.OVERSIZED,
                    latencies.size() + " raw latencies; at most " + MOST_RAW_VALUES + " are kept");
        }
        for (var latency : latencies) {
            if (!(latency > 0 && Double.isFinite(latency))) {
                throw new BrokenRule(
                        Reason.OUT_OF_RANGE, "raw latency " + latency + " ms is not above 0");
            }
        }
    }

    /** A gauge may step up by itself, but not by much. */
    private static void checkBattery(BatteryResult battery, Map<String, Double> values) {
        var start = values.get("battery_level_start_pct");
        var end = values.get("battery_level_end_pct");
        if (start != null && end != null && end > start + GAUGE_STEP_PCT) {
            throw new BrokenRule(
                    Reason.CHARGING,
                    "the battery level rose from "
                            + start
                            + " % to "
                            + end
                            + " %: unplug the charger");
        }
        if (battery.samples().size() > MOST_RAW_VALUES) {
            throw new BrokenRule(
                    Reason.OVERSIZED,
                    battery.samples().size()
                            + " samples; at most "
                            + MOST_RAW_VALUES
                            + " are kept");
        }
    }
}
