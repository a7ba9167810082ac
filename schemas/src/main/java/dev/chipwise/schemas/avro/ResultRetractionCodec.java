package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.ResultRetractionV1;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.ResultRetraction;

/** {@link ResultRetraction} on the wire. */
final class ResultRetractionCodec extends AvroCodec<ResultRetraction, ResultRetractionV1> {

    ResultRetractionCodec() {
        super("result_retraction", ResultRetractionV1.getClassSchema());
    }

    @Override
    ResultRetractionV1 toWire(ResultRetraction retraction) {
        return new ResultRetractionV1(
                EnvelopeParts.toWire(retraction.envelope()),
                retraction.resultId(),
                retraction.resultOccurredAt(),
                KeyParts.toWire(retraction.cell()),
                retraction.evidence().wireName(),
                retraction.reason());
    }

    @Override
    ResultRetraction fromWire(ResultRetractionV1 wire) {
        return new ResultRetraction(
                EnvelopeParts.fromWire(wire.getEnvelope()),
                wire.getResultId(),
                wire.getResultOccurredAt(),
                KeyParts.fromWire(wire.getCell()),
                Evidence.of(wire.getEvidence()),
                wire.getReason());
    }
}
