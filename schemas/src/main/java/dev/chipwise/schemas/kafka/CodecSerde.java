package dev.chipwise.schemas.kafka;

import dev.chipwise.schemas.avro.Codec;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes over codecs; null stays null (a tombstone). As safe for many threads as the codec, so that
 * Streams may share one.
 */
public final class CodecSerde {

    private CodecSerde() {}

    public static <T> Serde<T> of(Codec<T> codec) {
        Serializer<T> serializer = (topic, record) -> record == null ? null : codec.encode(record);
        Deserializer<T> deserializer = (topic, bytes) -> bytes == null ? null : codec.decode(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    /** Reads value and bytes; writes the bytes as they came. */
    static <T> Serde<Received<T>> received(Serde<T> serde) {
        Serializer<Received<T>> serializer =
                (topic, received) -> received == null ? null : received.bytes();
        Deserializer<Received<T>> deserializer =
                (topic, bytes) ->
                        bytes == null
                                ? null
                                : new Received<>(
                                        serde.deserializer().deserialize(topic, bytes), bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
