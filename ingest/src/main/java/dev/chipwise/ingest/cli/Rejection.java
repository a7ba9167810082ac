package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Where;
import dev.chipwise.schemas.domain.Reason;

/** A record that was not accepted: where it is, and what is wrong with it. */
record Rejection(Where where, Reason reason, String detail) {

    String why() {
        return reason.code() + ": " + detail;
    }

    /** One line whatever a file says, so that it cannot say something to whoever reads the log. */
    @Override
    public String toString() {
        var text = "rejected " + where + ": " + why();
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
