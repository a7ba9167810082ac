package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.RejectedResultV1;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;
import java.nio.ByteBuffer;

/** {@link RejectedResult} on the wire. */
final class RejectedResultCodec extends AvroCodec<RejectedResult, RejectedResultV1> {

    RejectedResultCodec() {
        super("rejected_result", RejectedResultV1.getClassSchema());
    }

    @Override
    RejectedResultV1 toWire(RejectedResult rejected) {
        return new RejectedResultV1(
                rejected.reason().code(),
                rejected.detail(),
                rejected.key(),
                ByteBuffer.wrap(rejected.original()),
                rejected.topic(),
                rejected.partition(),
                rejected.offset());
    }

    @Override
    RejectedResult fromWire(RejectedResultV1 wire) {
        var original = new byte[wire.getOriginal().remaining()];
        wire.getOriginal().get(original);
        return new RejectedResult(
                Reason.of(wire.getReason()),
                wire.getDetail(),
                wire.getKey(),
                original,
                wire.getTopic(),
                wire.getPartition(),
                wire.getOffset());
    }
}
