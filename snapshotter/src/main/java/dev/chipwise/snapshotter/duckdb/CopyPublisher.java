package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Publishes consistent copies of a store that others may open while the sink goes on, each under
 * its final name only when it is whole and on disk. For the thread that owns the store.
 *
 * <p>DuckDB itself makes the copy. This process must never open and close the store's own file: on
 * POSIX that would drop DuckDB's lock on it, and a second writer would get in.
 */
public final class CopyPublisher {

    private final DuckDbStore store;
    private final CopyDirectory directory;
    private final DuckDbSettings settings;
    private final Clock clock;

    /**
     * @param keep how many copies stay; older ones are deleted
     */
    public CopyPublisher(
            DuckDbStore store, Path directory, int keep, DuckDbSettings settings, Clock clock) {
        this.store = store;
        this.directory = new CopyDirectory(directory, keep);
        this.settings = settings;
        this.clock = clock;
    }

    /** Publishes the state after the last batch. */
    public PublishedCopy publish() {
        try {
            long number = directory.nextNumber();
            var unfinished = directory.unfinished(number);
            copyTo(unfinished);
            return directory.publish(number, manifest(number));
        } catch (SQLException | IOException e) {
            throw new StoreException(
                    "cannot publish a copy in " + directory.path() + ": " + e.getMessage(), e);
        }
    }

    private void copyTo(Path unfinished) throws SQLException {
        var file = store.file();
        file.execute(Sql.statement("checkpoint"));
        file.execute(
                Sql.statement("attach_copy")
                        .replace("${file}", unfinished.toString().replace("'", "''"))
                        .replace("${version}", settings.storageVersion()));
        try {
            file.execute(Sql.statement("copy_database"));
        } finally {
            file.execute(Sql.statement("detach_copy"));
        }
    }

    private String manifest(long number) throws SQLException {
        var file = store.file();
        var rows = new StringBuilder();
        new Reader(file)
                .rowCounts()
                .forEach(
                        (table, count) -> {
                            rows.append(rows.length() == 0 ? "{" : ",");
                            rows.append('"').append(table).append("\":").append(count);
                        });
        return file.query(
                        Sql.statement("select_manifest"),
                        row -> row.text("manifest"),
                        number,
                        CopyDirectory.fileName(number),
                        clock.instant().toString(),
                        rows.append('}').toString())
                .get(0);
    }

    /** Writes every table to {@code <table>.parquet} in this directory; returns the files. */
    public List<Path> exportParquet(Path target) {
        try {
            return new ParquetExport(store.file()).to(target);
        } catch (SQLException | IOException e) {
            throw new StoreException("cannot export to " + target + ": " + e.getMessage(), e);
        }
    }
}
