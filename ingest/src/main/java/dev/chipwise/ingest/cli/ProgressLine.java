package dev.chipwise.ingest.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Says now and then on stderr how far a long command is: in place for a person, else in lines. */
final class ProgressLine {

    private static final Duration IN_PLACE = Duration.ofMillis(200);
    private static final Duration IN_LINES = Duration.ofSeconds(5);

    private final Console console;
    private final PrintWriter err;
    private final String accepting;
    private Instant last;
    private boolean dirty;

    ProgressLine(Console console, PrintWriter err, String accepting) {
        this.accepting = accepting;
        this.console = console;
        this.err = err;
        this.last = console.clock().instant();
    }

    void update(long read, ImportReport report) {
        var now = console.clock().instant();
        var pause = console.interactive() ? IN_PLACE : IN_LINES;
        if (console.quiet().getAsBoolean() || Duration.between(last, now).compareTo(pause) < 0) {
            return;
        }
        last = now;
        var text = read + " read, " + report.summary(accepting);
        if (console.interactive()) {
            err.print("\r" + text);
            dirty = true;
        } else {
            err.println(text);
        }
        err.flush();
    }

    /** Leaves a clean line behind. */
    void end() {
        if (dirty) {
            err.println();
            err.flush();
        }
    }
}
