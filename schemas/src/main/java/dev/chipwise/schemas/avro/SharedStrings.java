package dev.chipwise.schemas.avro;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes UTF-8 to strings and gives equal bytes the same string, where it still has it: records
 * repeat the names of metrics, units and devices. Bounded; for one thread.
 */
final class SharedStrings {

    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 64;

    private final byte[][] bytes = new byte[SLOTS][];
    private final String[] strings = new String[SLOTS];

    String decode(byte[] from, int start, int length) {
        if (length > LONGEST) {
            return new String(from, start, length, StandardCharsets.UTF_8);
        }
        int end = start + length;
        int slot = slot(from, start, end);
        var known = bytes[slot];
        if (known == null || !Arrays.equals(known, 0, known.length, from, start, end)) {
            bytes[slot] = Arrays.copyOfRange(from, start, end);
            strings[slot] = new String(from, start, length, StandardCharsets.UTF_8);
        }
        return strings[slot];
    }

    private static int slot(byte[] from, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + from[i];
        }
        hash ^= hash >>> 15;
        return (hash ^ hash >>> 7) & (SLOTS - 1);
    }
}
