package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.FailureV1;
import dev.chipwise.schemas.avro.wire.MeasurementV1;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Outcome;
import java.util.List;

/** What both kinds of results share, both ways. */
final class ResultParts {

    private ResultParts() {}

    /** Null when there is nothing to say about a failure. */
    static FailureV1 failure(Outcome outcome) {
        if (outcome.failureClass() == null && outcome.message() == null) {
            return null;
        }
        return new FailureV1(outcome.failureClass(), outcome.message());
    }

    static Outcome outcome(String status, FailureV1 failure) {
        var parsed = Outcome.Status.of(status);
        return failure == null
                ? new Outcome(parsed, null, null)
                : new Outcome(parsed, failure.getFailureClass(), failure.getMessage());
    }

    static List<MeasurementV1> toWire(List<Measurement> measurements) {
        return measurements.stream()
                .map(
                        m ->
                                new MeasurementV1(
                                        m.metric(), m.value(), m.unit(), m.provenance().wireName()))
                .toList();
    }

    static List<Measurement> fromWire(List<MeasurementV1> wire) {
        return wire.stream()
                .map(
                        m ->
                                new Measurement(
                                        m.getMetric(),
                                        m.getValue(),
                                        m.getUnit(),
                                        Measurement.Provenance.of(m.getProvenance())))
                .toList();
    }
}
