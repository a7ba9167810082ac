package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;

/**
 * Leaves the reading of one record at the first field that makes no sense; never leaves this
 * package.
 */
final class UnreadableField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String field;

    UnreadableField(Reason reason, String field, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    UnreadableField(String field, String detail) {
        this(Reason.UNREADABLE, field, detail);
    }

    String field() {
        return field;
    }

    Parsed.Unreadable at(Where record) {
        var dot = record.field().isEmpty() || field.isEmpty() ? "" : ".";
        return new Parsed.Unreadable(
                new Where(record.path(), record.line(), record.field() + dot + field),
                reason,
                getMessage());
    }
}
