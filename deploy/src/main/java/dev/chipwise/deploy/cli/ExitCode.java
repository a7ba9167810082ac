package dev.chipwise.deploy.cli;

/** The exit codes that scripts may rely on. */
final class ExitCode {

    static final int OK = 0;
    static final int SOFTWARE_ERROR = 1;
    static final int USAGE = 2;
    static final int GATE_FAILED = 3;
    static final int INPUT_INVALID = 4;
    static final int NOT_REACHABLE = 5;
    static final int NOTHING_TO_COMPARE = 6;

    private ExitCode() {}
}
