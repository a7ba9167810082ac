package dev.chipwise.snapshotter.duckdb;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** A table as rows are written to it; the columns are those of its schema file, in that order. */
record Table<R>(String name, List<Column<R>> columns) {

    /** Appends rows and makes sure that all have arrived; undone with the transaction. */
    void append(DuckDbFile file, Collection<? extends R> rows) throws SQLException {
        load(file, name, rows);
    }

    /** The same, to the temporary table of this shape. */
    void stage(DuckDbFile file, Collection<? extends R> rows) throws SQLException {
        load(file, "stage_" + name, rows);
    }

    private void load(DuckDbFile file, String target, Collection<? extends R> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        long arrived = file.insert(target, this, List.copyOf(rows));
        if (arrived != rows.size()) {
            throw new SQLException(target + " took " + arrived + " rows, not " + rows.size());
        }
    }
}
