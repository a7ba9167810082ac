package dev.chipwise.snapshotter.duckdb;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Says what to do about a file that does not open. */
final class OpenAdvice {

    private static final String MEND =
            "'chipwise store restore' goes on from the newest published copy, 'chipwise store"
                    + " rebuild' makes it anew from the topics; both keep the old file";

    /** What DuckDB says, and what is then to be done; the first that fits counts. */
    private enum Trouble {
        OWNED(
                "another process owns %s; stop it, or read a published copy instead",
                "Could not set lock"),
        FULL("there is no space left for %s; make room, and start again", "No space left"),
        READ_ONLY(
                "%s cannot be written; mend permissions or mount, or choose another --data-dir",
                "Read-only file system", "Permission denied"),
        LOG("%s has a damaged log; " + MEND, "WAL"),
        DAMAGED("%s is damaged; " + MEND, "Corrupt", "Could not read enough bytes"),
        FOREIGN(
                "%s is no store, or of a version that this program does not write; choose another"
                        + " --data-dir, or move it away: "
                        + MEND,
                "not a valid DuckDB database file",
                "version number",
                "storage version");

        private final String advice;
        private final List<String> signs;

        Trouble(String advice, String... signs) {
            this.advice = advice;
            this.signs = List.of(signs);
        }
    }

    private OpenAdvice() {}

    static String about(String file, SQLException failure) {
        var said = String.valueOf(failure.getMessage());
        var advice =
                Arrays.stream(Trouble.values())
                        .filter(trouble -> trouble.signs.stream().anyMatch(said::contains))
                        .map(trouble -> trouble.advice)
                        .findFirst()
                        .orElse("cannot open %s");
        var firstLine = said.lines().findFirst().orElse("");
        return advice.replace("%s", file) + " (" + firstLine + ")";
    }
}
