package dev.chipwise.schemas.samples;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A result under construction: valid as it is, each method changes one thing. */
public final class ResultSample {

    private static final Catalog CATALOG = Catalog.shipped();

    private Envelope envelope;
    private Model model = Model.named(Samples.MODEL);
    private Version version = Version.tagged(Samples.VERSION);
    private Hardware hardware = Samples.phone();
    private Workload workload = Samples.WORKLOAD;
    private Configuration configuration = Samples.CONFIGURATION;
    private Outcome outcome = Outcome.OK;
    private Evidence evidence = Evidence.REAL;
    private BatteryResult.Protocol protocol = discharging(false);
    private final SortedMap<String, Double> values = new TreeMap<>();

    ResultSample(int n) {
        envelope = Samples.envelope(n);
    }

    public ResultSample of(String modelName, String tag) {
        model = Model.named(modelName);
        version = Version.tagged(tag);
        return this;
    }

    public ResultSample on(Hardware other) {
        hardware = other;
        return this;
    }

    public ResultSample doing(Workload other) {
        workload = other;
        return this;
    }

    public ResultSample with(Configuration other) {
        configuration = other;
        return this;
    }

    public ResultSample with(Envelope other) {
        envelope = other;
        return this;
    }

    public ResultSample withId(String eventId) {
        envelope = envelope.withEventId(eventId);
        return this;
    }

    public ResultSample at(Instant occurredAt) {
        envelope =
                new Envelope(
                        envelope.eventId(),
                        occurredAt,
                        envelope.source(),
                        envelope.ci(),
                        envelope.labels());
        return this;
    }

    /** Says this metric in its own unit; without any, the result has a usual few. */
    public ResultSample measuring(String metric, double value) {
        values.put(metric, value);
        return this;
    }

    public ResultSample failing(Outcome.Status status, String failureClass) {
        outcome = new Outcome(status, failureClass, "it did not work");
        return this;
    }

    public ResultSample with(Evidence other) {
        evidence = other;
        return this;
    }

    public ResultSample charging() {
        protocol = discharging(true);
        return this;
    }

    public BenchmarkResult benchmark() {
        var usual = new TreeMap<String, Double>();
        usual.put("latency_mean_ms", 12.5);
        usual.put("memory_peak_mb", 210.0);
        usual.put("throughput_items_per_second", 80.0);
        return new BenchmarkResult(envelope, subject(), outcome, measurements(usual), evidence);
    }

    public BatteryResult battery() {
        var usual = new TreeMap<String, Double>();
        usual.put("battery_drain_pct_per_hour", 9.5);
        usual.put("energy_per_inference_mj", 42.0);
        usual.put("power_avg_mw", 3400.0);
        return new BatteryResult(
                envelope,
                subject(),
                outcome,
                measurements(usual),
                evidence,
                protocol,
                new BatteryResult.Throttling(0, 0, 0),
                List.of(new BatteryResult.ZoneTemperature("skin", 24.0, 33.5, 34.0)),
                List.of());
    }

    private Subject subject() {
        return new Subject(model, version, hardware, workload, configuration);
    }

    private List<Measurement> measurements(SortedMap<String, Double> usual) {
        var measured = new ArrayList<Measurement>();
        if (outcome.status() == Outcome.Status.OK) {
            (values.isEmpty() ? usual : values)
                    .forEach(
                            (metric, value) ->
                                    measured.add(new Measurement(metric, value, unit(metric))));
        }
        return measured;
    }

    private static String unit(String metric) {
        return CATALOG.metric(metric)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no metric " + metric + " in the catalogue"))
                .unit();
    }

    private static BatteryResult.Protocol discharging(boolean charging) {
        return new BatteryResult.Protocol(
                "continuous", "screen_off", "normal", "fuel_gauge", 0.1, charging, 600_000.0);
    }
}
