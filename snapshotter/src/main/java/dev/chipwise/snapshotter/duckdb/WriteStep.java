package dev.chipwise.snapshotter.duckdb;

/** Where a write stands, in order; a crash at any of them must lose and double nothing. */
public enum WriteStep {
    FENCED,
    /** Rows are with the appender, some of them in the table already, the rest not flushed. */
    APPENDING,
    FLUSHED,
    BEFORE_COMMIT,
    COMMITTED;

    /** Told of each step; may stop the process or throw to see what then happens. */
    @FunctionalInterface
    public interface Observer {

        Observer NONE = step -> {};

        void reached(WriteStep step);
    }
}
