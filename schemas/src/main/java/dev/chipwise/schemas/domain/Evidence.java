package dev.chipwise.schemas.domain;

/** Where a result comes from; kinds never mix in one score. In order: the better evidence first. */
public enum Evidence implements WireName {
    REAL,
    SIMULATED,
    MOCK,
    /** Written by a newer or broken publisher; never valid. */
    UNRECOGNISED;

    public static Evidence of(String wireName) {
        return WireName.parse(Evidence.class, wireName, UNRECOGNISED);
    }
}
