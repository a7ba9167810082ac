package dev.chipwise.schemas.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads composite keys: parts escaped and joined by a separator, so that no part can be
 * mistaken for two. Keys of topics use {@code |}; identities inside a part use {@code /}.
 */
public final class Key {

    private static final char TOPIC_SEPARATOR = '|';

    private Key() {}

    /** A topic key of these parts. */
    public static String join(String... parts) {
        return joined(TOPIC_SEPARATOR, parts, parts.length);
    }

    /** The parts of a topic key. */
    public static List<String> split(String key) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int at = key.indexOf(TOPIC_SEPARATOR);
                at >= 0;
                at = key.indexOf(TOPIC_SEPARATOR, from)) {
            parts.add(unescape(key.substring(from, at)));
            from = at + 1;
        }
        parts.add(unescape(key.substring(from)));
        return parts;
    }

    /** One part of a topic key, the first being 0, without splitting all of it. */
    public static String part(String key, int position) {
        int from = 0;
        for (int i = 0; i < position; i++) {
            int end = key.indexOf(TOPIC_SEPARATOR, from);
            if (end < 0) {
                throw new IndexOutOfBoundsException("no part " + position + " in key " + key);
            }
            from = end + 1;
        }
        int end = key.indexOf(TOPIC_SEPARATOR, from);
        return unescape(end < 0 ? key.substring(from) : key.substring(from, end));
    }

    /** The first part of a topic key: the model, which alone decides the partition. */
    public static String firstPart(String key) {
        int end = key.indexOf(TOPIC_SEPARATOR);
        return unescape(end < 0 ? key : key.substring(0, end));
    }

    /**
     * An identity of these parts joined by {@code /}; null parts are empty, trailing ones left out.
     */
    static String path(String... parts) {
        int count = parts.length;
        while (count > 0 && parts[count - 1] == null) {
            count--;
        }
        return joined('/', parts, count);
    }

    private static String joined(char separator, String[] parts, int count) {
        var key = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                key.append(separator);
            }
            escape(parts[i] == null ? "" : parts[i], separator, key);
        }
        return key.toString();
    }

    private static void escape(String part, char separator, StringBuilder into) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == separator || c == '%' || c < ' ') {
                into.append('%')
                        .append(Character.forDigit(c >> 4, 16))
                        .append(Character.forDigit(c & 15, 16));
            } else {
                into.append(c);
            }
        }
    }

    private static String unescape(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            int escaped = escapedAt(part, i);
            plain.append(escaped < 0 ? part.charAt(i) : (char) escaped);
            i += escaped < 0 ? 0 : 2;
        }
        return plain.toString();
    }

    /**
     * The character that an escape at this place means; -1 when there is none, as in keys of other
     * programs.
     */
    private static int escapedAt(String part, int at) {
        if (part.charAt(at) != '%' || at + 2 >= part.length()) {
            return -1;
        }
        int high = Character.digit(part.charAt(at + 1), 16);
        int low = Character.digit(part.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }
}
