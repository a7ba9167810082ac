package dev.chipwise.schemas.domain;

/** What published an event; {@code version} and {@code host} may be null. */
public record Source(Kind kind, String name, String version, String host) {

    /** The ways in. */
    public enum Kind implements WireName {
        CLI,
        CI,
        GATEWAY,
        HARNESS,
        IMPORT,
        /** Written by a newer or broken publisher; never valid. */
        UNRECOGNISED;

        public static Kind of(String wireName) {
            return WireName.parse(Kind.class, wireName, UNRECOGNISED);
        }
    }
}
