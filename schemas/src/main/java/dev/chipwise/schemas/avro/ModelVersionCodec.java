package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.ModelVersionV1;
import dev.chipwise.schemas.domain.ModelVersion;
import java.util.TreeMap;

/** {@link ModelVersion} on the wire. */
final class ModelVersionCodec extends AvroCodec<ModelVersion, ModelVersionV1> {

    ModelVersionCodec() {
        super("model_version", ModelVersionV1.getClassSchema());
    }

    @Override
    ModelVersionV1 toWire(ModelVersion version) {
        return new ModelVersionV1(
                EnvelopeParts.toWire(version.envelope()),
                SubjectParts.toWire(version.model()),
                SubjectParts.toWire(version.version()),
                version.parentTag(),
                version.metadata());
    }

    @Override
    ModelVersion fromWire(ModelVersionV1 wire) {
        return new ModelVersion(
                EnvelopeParts.fromWire(wire.getEnvelope()),
                SubjectParts.fromWire(wire.getModel()),
                SubjectParts.fromWire(wire.getVersion()),
                wire.getParentTag(),
                new TreeMap<>(wire.getMetadata()));
    }
}
