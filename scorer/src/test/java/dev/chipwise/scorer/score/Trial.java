package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Makes results a word at a time; what a test does not mention is the same everywhere. */
final class Trial {

    static final Catalog CATALOG = Catalog.shipped();
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final String MODEL = "mobilenet_v2";
    static final String VERSION = "v1";
    private static final Workload WORKLOAD = new Workload("inference", "classify", null, null);
    private static final Source SOURCE = new Source(Source.Kind.CLI, "lab", null, null);

    private final String hardware;
    private final Map<String, Double> metrics = new TreeMap<>();
    private String model = MODEL;
    private String version = VERSION;
    private String precision = "int8";
    private String runtime = "tflite";
    private String delegate;
    private int batch = 1;
    private int number;
    private int day;
    private Double memoryMb;
    private Outcome outcome = Outcome.OK;
    private Evidence evidence = Evidence.REAL;

    private Trial(String hardware) {
        this.hardware = hardware;
    }

    /**
     * @param hardware an id such as {@code cuda/nvidia/h100}
     */
    static Trial on(String hardware) {
        return new Trial(hardware);
    }

    static BoardKey board() {
        return board(MODEL, VERSION);
    }

    static BoardKey board(String model, String version) {
        return new BoardKey(model, version, WORKLOAD.id());
    }

    Trial of(String otherModel, String otherVersion) {
        model = otherModel;
        version = otherVersion;
        return this;
    }

    Trial precision(String other) {
        precision = other;
        return this;
    }

    Trial runtime(String other) {
        runtime = other;
        return this;
    }

    Trial delegate(String other) {
        delegate = other;
        return this;
    }

    Trial batch(int other) {
        batch = other;
        return this;
    }

    /** The how manieth run it is: a minute apart each. */
    Trial number(int other) {
        number = other;
        return this;
    }

    Trial day(int other) {
        day = other;
        return this;
    }

    Trial deviceMemory(double megabytes) {
        memoryMb = megabytes;
        return this;
    }

    Trial latency(double milliseconds) {
        return metric("latency_mean_ms", milliseconds);
    }

    Trial throughput(double itemsPerSecond) {
        return metric("throughput_items_per_second", itemsPerSecond);
    }

    Trial memory(double megabytes) {
        return metric("memory_peak_mb", megabytes);
    }

    Trial layers(int npu, int cpu) {
        return metric("layers_npu", npu).metric("layers_cpu", cpu);
    }

    Trial metric(String id, double value) {
        metrics.put(id, value);
        return this;
    }

    Trial failed(String failureClass) {
        return ended(Outcome.Status.FAILED, failureClass);
    }

    Trial ended(Outcome.Status status, String failureClass) {
        outcome = new Outcome(status, failureClass, null);
        return this;
    }

    Trial evidence(Evidence other) {
        evidence = other;
        return this;
    }

    BenchmarkResult result() {
        var time = START.plusSeconds(86_400L * day + 60L * number);
        var identity = hardware + precision + runtime + batch + evidence + model + version;
        var id = EventId.derived(time, identity + number + "/" + day);
        var measurements =
                metrics.entrySet().stream()
                        .map(metric -> measurement(metric.getKey(), metric.getValue()))
                        .toList();
        return new BenchmarkResult(
                new Envelope(id, time, SOURCE, Map.of()),
                subject(),
                outcome,
                measurements,
                evidence);
    }

    private static Measurement measurement(String id, double value) {
        return new Measurement(id, value, CATALOG.metric(id).orElseThrow().unit());
    }

    private Subject subject() {
        var parts = hardware.split("/");
        return new Subject(
                Model.named(model),
                Version.tagged(version),
                new Hardware(
                        hardware, parts[0], parts[1], parts[2], null, null, null, null, memoryMb),
                WORKLOAD,
                new Configuration(runtime, null, delegate, precision, null, batch, null));
    }

    Run run() {
        return Run.of(result(), CATALOG);
    }

    static ResultRetraction retraction(BenchmarkResult result) {
        var envelope =
                new Envelope(
                        EventId.derived(START, "retract" + result.envelope().eventId()),
                        START,
                        SOURCE,
                        Map.of());
        return ResultRetraction.of(result, envelope, "wrong board");
    }
}
