package dev.chipwise.schemas.domain;

/** How much evidence stands behind a score: A most, I only inferred. */
public enum Grade implements WireName {
    A,
    B,
    C,
    I;

    @Override
    public String wireName() {
        return name();
    }

    public static Grade of(String wireName) {
        return WireName.parse(Grade.class, wireName, I);
    }
}
