package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;

/** Leaves the reading of a log at the first line that makes no sense; never leaves this package. */
final class UnreadableLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int line;

    UnreadableLine(Reason reason, int line, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.line = line;
    }

    Parsed.Unreadable in(String path) {
        return new Parsed.Unreadable(Where.line(path, line), reason, getMessage());
    }
}
