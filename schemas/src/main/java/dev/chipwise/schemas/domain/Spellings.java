package dev.chipwise.schemas.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How the constants of a {@link WireName} are written; made once per enum, since every event has
 * several.
 */
final class Spellings {

    private static final ClassValue<Spellings> KNOWN =
            new ClassValue<>() {
                @Override
                protected Spellings computeValue(Class<?> type) {
                    return new Spellings(type);
                }
            };

    private final Map<String, String> written = new HashMap<>();
    private final Map<String, Object> constants = new HashMap<>();

    private Spellings(Class<?> type) {
        for (var constant : type.getEnumConstants()) {
            var name = ((WireName) constant).name();
            var wireName = name.toLowerCase(Locale.ROOT);
            written.put(name, wireName);
            constants.put(wireName, constant);
            constants.put(name, constant);
        }
    }

    static Spellings of(Class<?> type) {
        return KNOWN.get(type);
    }

    String written(String name) {
        return written.get(name);
    }

    /** Null when no constant is written so. */
    Object read(String wireName) {
        return constants.get(wireName);
    }
}
