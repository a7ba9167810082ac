package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Results for tests about publishing. */
public final class ResultSamples {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private ResultSamples() {}

    /** A valid result; equal numbers give equal results. */
    public static BenchmarkResult result(int number) {
        return result(number, 1 + number);
    }

    /** Impossible: it took no time. */
    public static BenchmarkResult invalid(int number) {
        return result(number, 0);
    }

    /** Valid, but the runtime said more than anybody wants to read. */
    public static BenchmarkResult withMessage(int number, String message) {
        var result = result(number);
        return new BenchmarkResult(
                result.envelope(),
                result.subject(),
                new Outcome(Outcome.Status.FAILED, "crash", message),
                List.of(),
                Evidence.REAL);
    }

    private static BenchmarkResult result(int number, double latency) {
        var occurredAt = NOW.minusSeconds(number);
        return new BenchmarkResult(
                new Envelope(
                        EventId.fresh(occurredAt, number, number),
                        occurredAt,
                        new Source(Source.Kind.CLI, "test", null, null),
                        Map.of()),
                new Subject(
                        Model.named("model-" + number % 3),
                        Version.tagged("v1"),
                        new Hardware("cpu/acme/one", "cpu", "acme", "one"),
                        new Workload(Workload.INFERENCE, "default", null, null),
                        new Configuration("tflite", null, null, "fp32", null, 1, null)),
                Outcome.OK,
                List.of(new Measurement("latency_mean_ms", latency, "ms")),
                Evidence.REAL);
    }
}
