package dev.chipwise.ingest.cli;

/** What became of one file's records. */
record FileCounts(long accepted, long rejected, long leftOut, long spooled, long undelivered) {

    static final FileCounts NONE = new FileCounts(0, 0, 0, 0, 0);
    static final FileCounts ACCEPTED = new FileCounts(1, 0, 0, 0, 0);
    static final FileCounts REJECTED = new FileCounts(0, 1, 0, 0, 0);
    static final FileCounts LEFT_OUT = new FileCounts(0, 0, 1, 0, 0);
    static final FileCounts SPOOLED = new FileCounts(0, 0, 0, 1, 0);
    static final FileCounts UNDELIVERED = new FileCounts(0, 0, 0, 0, 1);

    FileCounts plus(FileCounts more) {
        return new FileCounts(
                accepted + more.accepted,
                rejected + more.rejected,
                leftOut + more.leftOut,
                spooled + more.spooled,
                undelivered + more.undelivered);
    }
}
