package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Valid events to start from. */
final class Events {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Events() {}

    static Envelope envelope(long id, Instant occurredAt) {
        return labelled(id, occurredAt, Map.of());
    }

    static Envelope labelled(long id, Instant occurredAt, Map<String, String> labels) {
        var eventId = new UUID(0x7000L, 0x8000_0000_0000_0000L | id).toString();
        var source = new Source(Source.Kind.HARNESS, "test", null, null);
        return new Envelope(eventId, occurredAt, source, labels);
    }

    static Hardware hardware(String device) {
        return new Hardware("npu/acme/" + device, "npu", "acme", device);
    }

    static Subject subject(String model, String tag, String device) {
        return new Subject(
                Model.named(model),
                Version.tagged(tag),
                hardware(device),
                new Workload(Workload.INFERENCE, "classify", null, null),
                new Configuration("litert", "1.0", "npu", "int8", null, 1, null));
    }

    /** The same in another test case. */
    static Subject inCase(Subject subject, String testCase) {
        var words = subject.workload();
        return new Subject(
                subject.model(),
                subject.version(),
                subject.hardware(),
                new Workload(words.task(), testCase, words.inputShape(), words.sequenceLength()),
                subject.configuration());
    }

    static List<Measurement> speed(double latencyMs) {
        return List.of(
                new Measurement("latency_mean_ms", latencyMs, "ms"),
                new Measurement("throughput_items_per_second", 1000 / latencyMs, "items/s"),
                new Measurement("memory_peak_mb", 100 + latencyMs, "MB"));
    }

    static BenchmarkResult measured(Envelope envelope, Subject subject, List<Measurement> values) {
        return new BenchmarkResult(envelope, subject, Outcome.OK, values, Evidence.REAL);
    }

    /** A run of model m, version v1, on a device. */
    static BenchmarkResult run(long id, String device, double latencyMs) {
        var at = NOON.plusSeconds(id);
        return measured(envelope(id, at), subject("m", "v1", device), speed(latencyMs));
    }

    static BenchmarkResult failed(Envelope envelope, Subject subject) {
        var outcome = new Outcome(Outcome.Status.FAILED, "out_of_memory", "no room");
        return new BenchmarkResult(envelope, subject, outcome, List.of(), Evidence.REAL);
    }

    static BatteryResult battery(Envelope envelope, Subject subject, double energyMj) {
        return battery(envelope, subject, energyMj, false);
    }

    static BatteryResult battery(
            Envelope envelope, Subject subject, double energyMj, boolean charging) {
        return new BatteryResult(
                envelope,
                subject,
                Outcome.OK,
                List.of(new Measurement("energy_per_inference_mj", energyMj, "mJ")),
                Evidence.REAL,
                new BatteryResult.Protocol(
                        "continuous", null, null, "fuel_gauge", null, charging, null),
                null,
                List.of(),
                List.of());
    }

    static ResultRetraction retraction(long id, Result of) {
        return ResultRetraction.of(of, envelope(id, NOON), "measured on the wrong phone");
    }

    static ModelVersion version(long id, Instant registeredAt, String framework) {
        return new ModelVersion(
                envelope(id, registeredAt),
                Model.named("m"),
                Version.tagged("v1"),
                null,
                new TreeMap<>(Map.of("framework", framework)));
    }
}
