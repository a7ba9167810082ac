package dev.chipwise.snapshotter.duckdb;

/** DuckDB does not answer somebody's statement; the message is DuckDB's, for that person. */
public final class SqlRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SqlRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
