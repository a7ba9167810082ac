package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareId;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns a result of a perf.yaml, of any generation, into an event. */
final class AiHubEvents {

    /** Stands for "nobody knows when"; the event is labelled so. */
    static final Instant TIME_UNKNOWN = Instant.parse("2000-01-01T00:00:00Z");

    static final String TIME_UNKNOWN_LABEL = "occurred_at_unknown";

    private static final String QUALCOMM = "qualcomm";
    private static final String UNSPECIFIED = "unspecified";
    private static final String QAIRT = "qairt";

    private final Catalog catalog;

    AiHubEvents(Catalog catalog) {
        this.catalog = catalog;
    }

    BenchmarkResult event(AiHubResult result, ImportContext context) {
        var outcome = outcome(result.metrics().path("job_status"));
        boolean ok = outcome.status() == Outcome.Status.OK;
        var subject = subject(result, context);
        return Identified.event(
                envelope(result, context),
                context,
                envelope ->
                        new BenchmarkResult(
                                envelope,
                                subject,
                                outcome,
                                ok ? measurements(result) : List.of(),
                                Evidence.REAL,
                                protocol(result),
                                null,
                                List.of()));
    }

    private Subject subject(AiHubResult result, ImportContext context) {
        var device = result.device();
        var tag = context.versionTag() == null ? Version.UNVERSIONED : context.versionTag();
        return new Subject(
                Model.named(context.required(SubjectField.MODEL, null, "model")),
                Version.tagged(tag),
                new Hardware(
                        HardwareId.of(QUALCOMM, QUALCOMM, device.name()),
                        QUALCOMM,
                        QUALCOMM,
                        device.name(),
                        device.chipset(),
                        device.os(),
                        device.osVersion(),
                        null,
                        null),
                workload(result, context),
                configuration(result, context));
    }

    private static Workload workload(AiHubResult result, ImportContext context) {
        var task = context.said(SubjectField.TASK);
        return new Workload(
                task == null ? Workload.INFERENCE : task,
                context.word(SubjectField.TEST_CASE, result.component()),
                null,
                null);
    }

    private Configuration configuration(AiHubResult result, ImportContext context) {
        var word = context.word(SubjectField.PRECISION, result.precision());
        var written = word == null ? UNSPECIFIED : word;
        var precision = catalog.precision(written).orElse(written);
        return new Configuration(
                result.runtime(), runtimeVersion(result), null, precision, null, 1, null);
    }

    /** The version of the tool that the runtime is named after; most run on QAIRT. */
    private static String runtimeVersion(AiHubResult result) {
        var tool =
                result.runtime().contains("tflite")
                        ? "tflite"
                        : result.runtime().contains("onnx") ? "onnx_runtime" : QAIRT;
        return result.tools().getOrDefault(tool, result.tools().get(QAIRT));
    }

    private List<Measurement> measurements(AiHubResult result) {
        var measurements = new Measurements(catalog);
        for (var reading : result.readings()) {
            if (!measurements.has(reading.metric())) {
                measurements.addUnlessMissing(reading.metric(), reading.value(result.metrics()));
            }
        }
        return measurements.sorted();
    }

    private static BenchmarkResult.Protocol protocol(AiHubResult result) {
        boolean tokens = result.metrics().findValue(AiHubReading.TOKENS_PER_SECOND) != null;
        return tokens ? new BenchmarkResult.Protocol(null, null, null, "tokens") : null;
    }

    /** A result without a status, as language models have it, is one that worked. */
    private static Outcome outcome(JsonNode status) {
        return switch (status.asText("Passed")) {
            case "Passed" -> Outcome.OK;
            case "Failed" -> new Outcome(Outcome.Status.FAILED, "unknown", null);
            case "Skipped" -> new Outcome(Outcome.Status.SKIPPED, null, null);
            default -> new Outcome(Outcome.Status.UNRECOGNISED, null, null);
        };
    }

    private static Envelope envelope(AiHubResult result, ImportContext context) {
        var labels = labels(result);
        var occurredAt = result.timestamp() == null ? context.occurredAt() : result.timestamp();
        if (occurredAt == null) {
            labels.put(TIME_UNKNOWN_LABEL, "true");
            occurredAt = TIME_UNKNOWN;
        }
        return new Envelope(null, occurredAt, context.source(), labels);
    }

    private static SortedMap<String, String> labels(AiHubResult result) {
        var labels = new TreeMap<String, String>();
        for (var name : List.of("job_id", "primary_compute_unit", "context_length")) {
            var value = result.metrics().path(name);
            if (!AiHubReading.isMissing(value) && !value.asText().isEmpty()) {
                labels.put(name, value.asText());
            }
        }
        result.tools().forEach((tool, version) -> labels.put("tool_" + tool, version));
        return labels;
    }
}
