package dev.chipwise.schemas.domain;

import java.util.Locale;

/** Why an event is rejected. Codes are for life: dashboards, alerts and tests name them. */
public enum Reason {
    MISSING_IDENTITY,
    MISSING_VALUE,
    INVALID_EVENT_ID,
    KEY_MISMATCH,
    UNKNOWN_METRIC,
    UNKNOWN_HARDWARE_TYPE,
    UNKNOWN_PRECISION,
    UNKNOWN_TASK,
    UNKNOWN_STATUS,
    UNKNOWN_FAILURE_CLASS,
    UNKNOWN_EVIDENCE,
    UNKNOWN_SOURCE,
    UNKNOWN_PROCEDURE,
    UNKNOWN_METHOD,
    NOT_CANONICAL,
    NOT_FINITE,
    NEGATIVE,
    ZERO,
    OUT_OF_RANGE,
    UNIT_MISMATCH,
    REPEATED_METRIC,
    PERCENTILES_OUT_OF_ORDER,
    FUTURE_TIMESTAMP,
    TIMESTAMP_TOO_OLD,
    SUCCESS_WITHOUT_METRIC,
    FAILURE_WITH_METRICS,
    SUCCESS_WITH_FAILURE_CLASS,
    CHARGING,
    OVERSIZED,
    CONFLICTING_DUPLICATE,
    CONFLICTING_VERSION,
    /**
     * Bytes that are no event at all: a malformed file record, or what the wire format cannot read.
     */
    UNREADABLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
