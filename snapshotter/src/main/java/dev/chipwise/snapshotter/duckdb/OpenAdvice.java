package dev.chipwise.snapshotter.duckdb;

import java.sql.SQLException;

/** Says what to do about a file that does not open. */
final class OpenAdvice {

    private OpenAdvice() {}

    static String about(String file, SQLException failure) {
        var said = String.valueOf(failure.getMessage());
        if (said.contains("lock")) {
            return "another process owns "
                    + file
                    + "; stop it, or read a published copy instead ("
                    + said.lines().findFirst().orElse("")
                    + ")";
        }
        if (said.contains("WAL")) {
            return file
                    + " has a damaged log; move the file and its .wal away together, put the newest"
                    + " published copy in its place, and start the sink: it continues from that"
                    + " copy's progress ("
                    + said
                    + ")";
        }
        return "cannot open " + file + ": " + said;
    }
}
