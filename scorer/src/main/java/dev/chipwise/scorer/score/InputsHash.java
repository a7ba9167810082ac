package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Run;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Hashes the runs that went into a summary: SHA-256 over their bytes, each part led by its length,
 * doubles as their bits. Changes whenever an id or a content does.
 */
final class InputsHash {

    private static final byte[] NOTHING = {};
    private static final int FIXED_BYTES = Long.BYTES + 5 * Integer.BYTES;
    private static final int READING_BYTES = Integer.BYTES + Double.BYTES;

    private InputsHash() {}

    /** In hex; the order of the runs counts. */
    static String of(Evidence evidence, List<Run> runs) {
        var hash = sha256();
        hash.update(utf8(evidence.wireName()));
        for (var run : runs) {
            hash.update(bytes(run));
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static byte[] bytes(Run run) {
        var id = utf8(run.eventId());
        var status = run.status() == null ? NOTHING : utf8(run.status().wireName());
        var failure = run.failureClass() == null ? NOTHING : utf8(run.failureClass());
        var readings = run.readings();
        int texts = id.length + status.length + failure.length;
        var bytes = ByteBuffer.allocate(FIXED_BYTES + texts + readings.size() * READING_BYTES);
        bytes.putLong(run.occurredAt().getEpochSecond()).putInt(run.occurredAt().getNano());
        put(id, bytes);
        put(status, bytes);
        put(failure, bytes);
        bytes.putInt(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            bytes.putInt(readings.code(i)).putDouble(readings.value(i));
        }
        return bytes.array();
    }

    private static void put(byte[] text, ByteBuffer bytes) {
        bytes.putInt(text.length).put(text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
