package dev.chipwise.snapshotter.duckdb;

/**
 * How a file is opened.
 *
 * @param storageVersion format that new files are written in; the default is one that people's
 *     older notebooks open
 * @param memoryLimit DuckDB's own bound, such as {@code 1GB}
 * @param threads how many work on a statement, its caller included; while another one works the
 *     caller does not rest but spins
 * @param checkpointThreshold how large the write-ahead log grows before it is folded in
 */
public record DuckDbSettings(
        String storageVersion, String memoryLimit, int threads, String checkpointThreshold) {

    public static final DuckDbSettings DEFAULT = new DuckDbSettings("v1.4.0", "1GB", 1, "64MB");

    public DuckDbSettings {
        if (!storageVersion.matches("v\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException(
                    "storage version must be written like v1.4.0, not " + storageVersion);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
    }
}
