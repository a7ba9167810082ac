package dev.chipwise.schemas.domain;

/** Leaves the rules at the first one broken; never leaves {@link ResultValidator}. */
final class BrokenRule extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 256;

    /** What every decoder leaves in place of bytes that mean nothing. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Reason reason;

    BrokenRule(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** A name that identifies something must be there and be a name, not a document. */
    static void require(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new BrokenRule(Reason.MISSING_IDENTITY, field + " is missing");
        }
        bound(field, value);
    }

    static void bound(String field, String value) {
        if (value != null && value.indexOf(REPLACEMENT) >= 0) {
            throw new BrokenRule(
                    Reason.UNREADABLE,
                    field + " has bytes that are not UTF-8, so that others could look alike");
        }
        if (value != null && value.length() > LONGEST_NAME) {
            throw new BrokenRule(
                    Reason.OVERSIZED,
                    field
                            + " has "
                            + value.length()
                            + " characters; at most "
                            + LONGEST_NAME
                            + " are kept");
        }
    }
}
