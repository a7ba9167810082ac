package dev.chipwise.snapshotter.duckdb;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** A table as rows are written to it; the columns are those of its schema file, in that order. */
record Table<R>(String name, List<Column<R>> columns) {

    /**
     * Appends rows and makes sure that they have arrived; needs an open transaction to be undone
     * with it.
     */
    long append(DuckDbFile file, Collection<? extends R> rows) throws SQLException {
        return appendTo(file, file.appender(name), rows);
    }

    /** The same, to the temporary table of this shape. */
    long stage(DuckDbFile file, Collection<? extends R> rows) throws SQLException {
        return appendTo(file, file.stagingAppender(name), rows);
    }

    private long appendTo(DuckDbFile file, DuckDBAppender appender, Collection<? extends R> rows)
            throws SQLException {
        try (appender) {
            for (var row : rows) {
                append(appender, row);
            }
            file.reached(WriteStep.APPENDING);
            // close() swallows what goes wrong here; flush() does not.
            appender.flush();
        }
        return rows.size();
    }

    private void append(DuckDBAppender appender, R row) throws SQLException {
        appender.beginRow();
        for (var column : columns) {
            column.kind().append(appender, column.value().apply(row));
        }
        appender.endRow();
    }
}
