package dev.chipwise.schemas.domain;

import java.util.Locale;

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
        name(field, value);
    }

    /**
     * A part of what identifies something. What nobody sees would make two of what looks like one,
     * and may say something to the terminal that shows it.
     */
    static void name(String field, String value) {
        bound(field, value);
        int at = value == null ? -1 : firstControlCharacter(value);
        if (at >= 0) {
            throw new BrokenRule(
                    Reason.NOT_CANONICAL,
                    field
                            + String.format(
                                    Locale.ROOT,
                                    " must be written without the control character U+%04X",
                                    (int) value.charAt(at)));
        }
    }

    private static int firstControlCharacter(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return i;
            }
        }
        return -1;
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
