package dev.chipwise.ingest.cli;

/** The exit codes that scripts may rely on; wrong usage exits with picocli's own. */
final class ExitCodes {

    static final int OK = 0;
    static final int INPUT_INVALID = 4;
    static final int NOT_REACHABLE = 5;

    private ExitCodes() {}

    /** What the records themselves ask for: none at all is as wrong as a rejected one. */
    static int of(ImportReport report) {
        return report.rejected() > 0 || report.hasFoundNothing() ? INPUT_INVALID : OK;
    }
}
