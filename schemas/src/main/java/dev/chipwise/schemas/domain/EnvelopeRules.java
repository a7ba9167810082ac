package dev.chipwise.schemas.domain;

import java.time.Instant;

/** The rules of {@link ResultValidator} about who says what when. */
final class EnvelopeRules {

    private static final int MOST_LABELS = 32;

    void check(Envelope envelope, Instant recordedAt) {
        requireUuid("event_id", envelope.eventId());
        checkTime("occurred_at", envelope.occurredAt(), recordedAt);
        checkSource(envelope.source());
        checkLabels(envelope);
    }

    static void requireUuid(String field, String id) {
        BrokenRule.require(field, id);
        if (!isUuid(id)) {
            throw new BrokenRule(
                    Reason.INVALID_EVENT_ID,
                    field + " must be a lower-case UUID, not '" + id + "'");
        }
    }

    private static boolean isUuid(String id) {
        if (id.length() != 36) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (dash ? c != '-' : !hex) {
                return false;
            }
        }
        return true;
    }

    static void checkTime(String field, Instant occurredAt, Instant recordedAt) {
        if (occurredAt == null) {
            throw new BrokenRule(Reason.MISSING_IDENTITY, field + " is missing");
        }
        if (occurredAt.isAfter(recordedAt.plus(ResultValidator.CLOCK_SKEW))) {
            throw new BrokenRule(
                    Reason.FUTURE_TIMESTAMP,
                    field
                            + " "
                            + occurredAt
                            + " is later than its record, "
                            + recordedAt
                            + "; set the device's clock");
        }
        if (occurredAt.isBefore(ResultValidator.OLDEST)) {
            throw new BrokenRule(
                    Reason.TIMESTAMP_TOO_OLD,
                    field
                            + " "
                            + occurredAt
                            + " is before "
                            + ResultValidator.OLDEST
                            + "; set the device's clock");
        }
    }

    private static void checkSource(Source source) {
        if (source == null || source.kind() == Source.Kind.UNRECOGNISED) {
            throw new BrokenRule(
                    Reason.UNKNOWN_SOURCE,
                    "source.kind must be cli, ci, gateway, harness or import");
        }
        BrokenRule.bound("source.name", source.name());
        BrokenRule.bound("source.version", source.version());
        BrokenRule.bound("source.host", source.host());
    }

    private static void checkLabels(Envelope envelope) {
        if (envelope.labels().size() > MOST_LABELS) {
            throw new BrokenRule(
                    Reason.OVERSIZED,
                    envelope.labels().size() + " labels; at most " + MOST_LABELS + " are kept");
        }
        envelope.labels()
                .forEach(
                        (name, value) -> {
                            BrokenRule.require("label name", name);
                            BrokenRule.bound("label " + name, value);
                        });
    }
}
