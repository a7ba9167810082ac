package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.kafka.Received;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A model version as somebody registered it, and where, so that it can be reported should an
 * earlier one turn up.
 */
record Registration(Received<ModelVersion> version, int partition, long offset) {

    /** Whether this one, of two for the same tag, is the one that counts. */
    boolean isBefore(Registration other) {
        return ModelVersion.EARLIEST_FIRST.compare(version.event(), other.version.event()) < 0;
    }

    boolean saysTheSameAs(Registration other) {
        return version.event().content().equals(other.version.event().content());
    }

    static Serde<Registration> serde(Serde<Received<ModelVersion>> events) {
        Serializer<Registration> serializer = (topic, it) -> it == null ? null : it.bytes();
        Deserializer<Registration> deserializer =
                (topic, bytes) -> bytes == null ? null : read(topic, bytes, events.deserializer());
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private byte[] bytes() {
        var original = version.bytes();
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + original.length)
                .putInt(partition)
                .putLong(offset)
                .put(original)
                .array();
    }

    private static Registration read(
            String topic, byte[] bytes, Deserializer<Received<ModelVersion>> events) {
        var buffer = ByteBuffer.wrap(bytes);
        int partition = buffer.getInt();
        long offset = buffer.getLong();
        var original = new byte[buffer.remaining()];
        buffer.get(original);
        return new Registration(events.deserialize(topic, original), partition, offset);
    }
}
