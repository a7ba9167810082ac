package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.Progress;
import java.sql.SQLException;

/** Reads the stored progress. */
final class ProgressReader {

    private ProgressReader() {}

    /** Makes every earlier owner's writes fail, and reads where they came to. */
    static Progress takeOwnership(DuckDbFile file) throws SQLException {
        long epoch = owner(file) + 1;
        file.update(Sql.statement("take_ownership"), epoch);
        return read(file, epoch);
    }

    static Progress read(DuckDbFile file) throws SQLException {
        return read(file, owner(file));
    }

    static Progress read(DuckDbFile file, long ownerEpoch) throws SQLException {
        long last =
                file.query(Sql.statement("select_last_batch"), row -> row.bigint("batch")).get(0);
        var lanes = file.query(Sql.statement("select_progress"), ProgressTables::readProgress);
        return Progress.of(ownerEpoch, last, lanes);
    }

    private static long owner(DuckDbFile file) throws SQLException {
        return file.query(Sql.statement("select_owner"), row -> row.bigint("owner_epoch")).get(0);
    }
}
