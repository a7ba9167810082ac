package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.CellSummaryV1;
import dev.chipwise.schemas.avro.wire.MetricSummaryV1;
import dev.chipwise.schemas.avro.wire.RunCountsV1;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.RunCounts;
import java.util.TreeMap;

/** {@link CellSummary} on the wire. */
final class CellSummaryCodec extends AvroCodec<CellSummary, CellSummaryV1> {

    CellSummaryCodec() {
        super("cell_summary", CellSummaryV1.getClassSchema());
    }

    @Override
    CellSummaryV1 toWire(CellSummary summary) {
        return new CellSummaryV1(
                KeyParts.toWire(summary.key()),
                SubjectParts.toWire(summary.workload()),
                SubjectParts.toWire(summary.hardware()),
                SubjectParts.toWire(summary.configuration()),
                summary.evidence().wireName(),
                summary.metrics().stream().map(CellSummaryCodec::toWire).toList(),
                toWire(summary.counts()),
                summary.newest(),
                summary.priorId(),
                summary.inputsHash());
    }

    @Override
    CellSummary fromWire(CellSummaryV1 wire) {
        return new CellSummary(
                KeyParts.fromWire(wire.getKey()),
                SubjectParts.fromWire(wire.getWorkload()),
                SubjectParts.fromWire(wire.getHardware()),
                SubjectParts.fromWire(wire.getConfiguration()),
                Evidence.of(wire.getEvidence()),
                wire.getMetrics().stream().map(CellSummaryCodec::fromWire).toList(),
                fromWire(wire.getCounts()),
                wire.getNewest(),
                wire.getPriorId(),
                wire.getInputsHash());
    }

    private static MetricSummaryV1 toWire(MetricSummary metric) {
        return new MetricSummaryV1(
                metric.metric(),
                metric.runs(),
                metric.centre(),
                metric.spread(),
                metric.dof(),
                metric.min(),
                metric.max(),
                metric.newest());
    }

    private static MetricSummary fromWire(MetricSummaryV1 wire) {
        return new MetricSummary(
                wire.getMetric(),
                wire.getRuns(),
                wire.getCentre(),
                wire.getSpread(),
                wire.getDof(),
                wire.getMin(),
                wire.getMax(),
                wire.getNewest());
    }

    private static RunCountsV1 toWire(RunCounts counts) {
        return new RunCountsV1(
                counts.successes(),
                counts.failures(),
                counts.skipped(),
                counts.unsupported(),
                counts.trailingFailures(),
                counts.failureClasses(),
                counts.days(),
                counts.evidenceIds());
    }

    private static RunCounts fromWire(RunCountsV1 wire) {
        return new RunCounts(
                wire.getSuccesses(),
                wire.getFailures(),
                wire.getSkipped(),
                wire.getUnsupported(),
                wire.getTrailingFailures(),
                new TreeMap<>(wire.getFailureClasses()),
                wire.getDays(),
                wire.getEvidenceIds());
    }
}
