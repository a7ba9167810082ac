package dev.chipwise.schemas.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes event ids whose order is the order of time, so that stores can prune by them (RFC 9562).
 */
public final class EventId {

    private EventId() {}

    /** A UUIDv7 for an event made now; the caller supplies time and chance. */
    public static String fresh(Instant now, long randomHigh, long randomLow) {
        return uuid(now, 7, randomHigh, randomLow);
    }

    /**
     * A UUIDv8 from the event's own time and content, so that reading a file twice makes the same
     * ids.
     */
    public static String derived(Instant occurredAt, String canonicalContent) {
        var hash = ByteBuffer.wrap(sha256(canonicalContent));
        return uuid(occurredAt, 8, hash.getLong(), hash.getLong());
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String uuid(Instant time, int version, long high, long low) {
        long most = (time.toEpochMilli() << 16) | ((long) version << 12) | (high & 0xFFF);
        long least = 0x8000_0000_0000_0000L | (low & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(most, least).toString();
    }
}
