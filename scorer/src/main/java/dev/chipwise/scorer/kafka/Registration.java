package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.kafka.Received;
import java.nio.ByteBuffer;
import java.util.Comparator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A model version as somebody registered it, and where, so that it can be reported should an
 * earlier one turn up.
 */
record Registration(Received<ModelVersion> version, int partition, long offset) {

    private static final Comparator<Registration> EARLIEST_FIRST =
            Comparator.comparing((Registration r) -> r.version.event().registeredAt())
                    .thenComparing(r -> r.version.event().envelope().eventId())
                    .thenComparing(Registration::content);

    /** Whether this one, of two for the same tag, is the one that counts. */
    boolean isBefore(Registration other) {
        return EARLIEST_FIRST.compare(this, other) < 0;
    }

    boolean saysTheSameAs(Registration other) {
        return content().equals(other.content());
    }

    /** What is registered, whoever says it and when. */
    private String content() {
        var event = version.event();
        return Canonical.text(
                new ModelVersion(
                        null, event.model(), event.version(), event.parentTag(), event.metadata()));
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
