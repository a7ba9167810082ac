package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.AccuracyV1;
import dev.chipwise.schemas.avro.wire.BenchmarkProtocolV1;
import dev.chipwise.schemas.avro.wire.BenchmarkResultV1;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Evidence;

/** {@link BenchmarkResult} on the wire. */
final class BenchmarkResultCodec extends AvroCodec<BenchmarkResult, BenchmarkResultV1> {

    BenchmarkResultCodec() {
        super("benchmark_result", BenchmarkResultV1.getClassSchema());
    }

    @Override
    BenchmarkResultV1 toWire(BenchmarkResult result) {
        return new BenchmarkResultV1(
                EnvelopeParts.toWire(result.envelope()),
                SubjectParts.toWire(result.subject()),
                result.outcome().status().wireName(),
                ResultParts.failure(result.outcome()),
                ResultParts.toWire(result.measurements()),
                result.evidence().wireName(),
                toWire(result.protocol()),
                toWire(result.accuracy()),
                result.rawLatenciesMs());
    }

    @Override
    BenchmarkResult fromWire(BenchmarkResultV1 wire) {
        return new BenchmarkResult(
                EnvelopeParts.fromWire(wire.getEnvelope()),
                SubjectParts.fromWire(wire.getSubject()),
                ResultParts.outcome(wire.getStatus(), wire.getFailure()),
                ResultParts.fromWire(wire.getMeasurements()),
                Evidence.of(wire.getEvidence()),
                fromWire(wire.getProtocol()),
                fromWire(wire.getAccuracy()),
                wire.getRawLatenciesMs());
    }

    private static BenchmarkProtocolV1 toWire(BenchmarkResult.Protocol protocol) {
        return protocol == null
                ? null
                : new BenchmarkProtocolV1(
                        protocol.iterations(),
                        protocol.warmup(),
                        protocol.durationMs(),
                        protocol.itemUnit());
    }

    private static BenchmarkResult.Protocol fromWire(BenchmarkProtocolV1 wire) {
        return wire == null
                ? null
                : new BenchmarkResult.Protocol(
                        wire.getIterations(),
                        wire.getWarmup(),
                        wire.getDurationMs(),
                        wire.getItemUnit());
    }

    private static AccuracyV1 toWire(BenchmarkResult.Accuracy accuracy) {
        return accuracy == null
                ? null
                : new AccuracyV1(accuracy.metric(), accuracy.value(), accuracy.reference());
    }

    private static BenchmarkResult.Accuracy fromWire(AccuracyV1 wire) {
        return wire == null
                ? null
                : new BenchmarkResult.Accuracy(
                        wire.getMetric(), wire.getValue(), wire.getReference());
    }
}
