package dev.chipwise.schemas.domain;

/**
 * How a run ended.
 *
 * @param failureClass a failure class of the catalogue, or null when it did not fail
 * @param message what the runtime said, or null
 */
public record Outcome(Status status, String failureClass, String message) {

    public static final Outcome OK = new Outcome(Status.OK, null, null);

    /** The ends a run can have. */
    public enum Status implements WireName {
        OK,
        FAILED,
        ERROR,
        TIMEOUT,
        /** Not tried, so it says nothing about compatibility. */
        SKIPPED,
        /** Known not to run there. */
        UNSUPPORTED,
        /** Written by a newer or broken publisher; never valid. */
        UNRECOGNISED;

        public static Status of(String wireName) {
            return WireName.parse(Status.class, wireName, UNRECOGNISED);
        }

        public boolean isFailure() {
            return this == FAILED || this == ERROR || this == TIMEOUT || this == UNSUPPORTED;
        }
    }
}
