package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;

/**
 * Leaves the reading of a result when another file that it needs makes no sense; never leaves this
 * package.
 */
final class UnreadableNeighbour extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Parsed.Unreadable record;

    UnreadableNeighbour(Parsed.Unreadable record) {
        super(record.detail(), null, false, false);
        this.record = record;
    }

    UnreadableNeighbour(Where where, Reason reason, String detail) {
        this(new Parsed.Unreadable(where, reason, detail));
    }

    Parsed.Unreadable record() {
        return record;
    }
}
