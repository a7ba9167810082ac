package dev.chipwise.snapshotter.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;

/** How Java values become a column: what they are carried as, and what DuckDB makes of that. */
interface ColumnType {

    /** The type as SQL says it. */
    String sql();

    DuckDBColumnType carried();

    /** Fills the first rows of a vector of what is carried. */
    void fill(DuckDBWritableVector to, Object[] values) throws SQLException;

    /** What makes the column of a column of this name that is carried. */
    String expression(String name);
}
