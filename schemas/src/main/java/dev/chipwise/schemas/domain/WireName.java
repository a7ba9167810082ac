package dev.chipwise.schemas.domain;

import java.util.Locale;

/** An enum whose constants are written in lower case wherever they leave the program. */
public interface WireName {

    String name();

    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant so named, or {@code otherwise} when there is none: the reader of old and new
     * data never fails.
     */
    static <E extends Enum<E> & WireName> E parse(Class<E> type, String wireName, E otherwise) {
        for (var constant : type.getEnumConstants()) {
            if (constant.wireName().equals(wireName)) {
                return constant;
            }
        }
        return otherwise;
    }
}
