package dev.chipwise.schemas.domain;

import java.util.List;

/**
 * One benchmark run.
 *
 * @param protocol how it was measured, or null
 * @param accuracy how right the model's answers were, or null
 * @param rawLatenciesMs single latencies in ms, in order of the run; empty when not kept
 */
public record BenchmarkResult(
        Envelope envelope,
        Subject subject,
        Outcome outcome,
        List<Measurement> measurements,
        Evidence evidence,
        Protocol protocol,
        Accuracy accuracy,
        List<Double> rawLatenciesMs)
        implements Result {

    /**
     * How a benchmark was run; null where not said. {@code itemUnit} is what throughput counts,
     * such as tokens.
     */
    public record Protocol(
            Integer iterations, Integer warmup, Double durationMs, String itemUnit) {}

    /**
     * An accuracy and the reference it is compared with (null when there is none), in the metric's
     * own scale.
     */
    public record Accuracy(String metric, double value, Double reference) {}

    public BenchmarkResult {
        measurements = List.copyOf(measurements);
        rawLatenciesMs = List.copyOf(rawLatenciesMs);
    }

    public BenchmarkResult(
            Envelope envelope,
            Subject subject,
            Outcome outcome,
            List<Measurement> measurements,
            Evidence evidence) {
        this(envelope, subject, outcome, measurements, evidence, null, null, List.of());
    }

    @Override
    public BenchmarkResult withEnvelope(Envelope other) {
        return new BenchmarkResult(
                other,
                subject,
                outcome,
                measurements,
                evidence,
                protocol,
                accuracy,
                rawLatenciesMs);
    }
}
