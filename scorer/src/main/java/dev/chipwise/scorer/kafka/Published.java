package dev.chipwise.scorer.kafka;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What is remembered of the last record of a key: enough to tell whether the next one differs, and
 * its number.
 */
final class Published {

    private static final Published NOTHING = new Published(0, new byte[0]);

    private final long sequence;
    private final byte[] digest;

    private Published(long sequence, byte[] digest) {
        this.sequence = sequence;
        this.digest = digest;
    }

    /** What is remembered, or that nothing was published so far. */
    static Published orNothing(Published remembered) {
        return remembered == null ? NOTHING : remembered;
    }

    /** How many records of the key there were. */
    long sequence() {
        return sequence;
    }

    /** The next one, should its content be published. */
    Published next(byte[] content) {
        return new Published(sequence + 1, sha256(content));
    }

    boolean saysTheSameAs(Published other) {
        return Arrays.equals(digest, other.digest);
    }

    static Serde<Published> serde() {
        Serializer<Published> serializer = (topic, it) -> it == null ? null : it.bytes();
        Deserializer<Published> deserializer =
                (topic, bytes) -> bytes == null ? null : read(ByteBuffer.wrap(bytes));
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES + digest.length)
                .putLong(sequence)
                .put(digest)
                .array();
    }

    private static Published read(ByteBuffer buffer) {
        long sequence = buffer.getLong();
        var digest = new byte[buffer.remaining()];
        buffer.get(digest);
        return new Published(sequence, digest);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
