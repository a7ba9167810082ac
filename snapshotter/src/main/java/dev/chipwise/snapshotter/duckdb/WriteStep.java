package dev.chipwise.snapshotter.duckdb;

/** Where a write stands, in order; a crash at any of them must lose and double nothing. */
public enum WriteStep {
    FENCED,
    /** DuckDB has the rows of one table, and its statement has not ended. */
    APPENDING,
    WRITTEN,
    BEFORE_COMMIT,
    COMMITTED;

    /** Told of each step; may stop the process or throw to see what then happens. */
    @FunctionalInterface
    public interface Observer {

        Observer NONE = step -> {};

        void reached(WriteStep step);
    }
}
