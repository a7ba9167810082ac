package dev.chipwise.schemas.domain;

/** An enum whose constants are written in lower case wherever they leave the program. */
public interface WireName {

    String name();

    /** The enum itself, as every enum can tell. */
    Class<?> getDeclaringClass();

    default String wireName() {
        return Spellings.of(getDeclaringClass()).written(name());
    }

    /**
     * The constant so named, or {@code otherwise} when there is none: the reader of old and new
     * data never fails.
     */
    static <E extends Enum<E> & WireName> E parse(Class<E> type, String wireName, E otherwise) {
        var constant = type.cast(Spellings.of(type).read(wireName));
        // An enum may write its constants in its own way, and then only so.
        return constant != null && constant.wireName().equals(wireName) ? constant : otherwise;
    }
}
