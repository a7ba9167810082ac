package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.HardwareProfileV1;
import dev.chipwise.schemas.domain.HardwareProfile;

/** {@link HardwareProfile} on the wire. */
final class HardwareProfileCodec extends AvroCodec<HardwareProfile, HardwareProfileV1> {

    HardwareProfileCodec() {
        super("hardware_profile", HardwareProfileV1.getClassSchema());
    }

    @Override
    HardwareProfileV1 toWire(HardwareProfile profile) {
        return new HardwareProfileV1(
                SubjectParts.toWire(profile.hardware()),
                profile.description(),
                profile.updatedAt());
    }

    @Override
    HardwareProfile fromWire(HardwareProfileV1 wire) {
        return new HardwareProfile(
                SubjectParts.fromWire(wire.getHardware()),
                wire.getDescription(),
                wire.getUpdatedAt());
    }
}
