package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.CellDescriptionV1;
import dev.chipwise.schemas.domain.CellDescription;

/** {@link CellDescription} in a state store. */
final class CellDescriptionCodec extends AvroCodec<CellDescription, CellDescriptionV1> {

    CellDescriptionCodec() {
        super("cell_description", CellDescriptionV1.getClassSchema());
    }

    @Override
    CellDescriptionV1 toWire(CellDescription description) {
        return new CellDescriptionV1(
                SubjectParts.toWire(description.workload()),
                SubjectParts.toWire(description.hardware()),
                SubjectParts.toWire(description.configuration()),
                description.occurredAt(),
                description.eventId());
    }

    @Override
    CellDescription fromWire(CellDescriptionV1 wire) {
        return new CellDescription(
                SubjectParts.fromWire(wire.getWorkload()),
                SubjectParts.fromWire(wire.getHardware()),
                SubjectParts.fromWire(wire.getConfiguration()),
                wire.getOccurredAt(),
                wire.getEventId());
    }
}
