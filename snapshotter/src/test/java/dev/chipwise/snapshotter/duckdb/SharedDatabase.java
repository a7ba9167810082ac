package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.ResultStore;
import java.sql.SQLException;

/**
 * One database that several stores open at once, which a file does not allow: so that its fences
 * can be seen to hold by themselves. Emptied and used again, since making one takes a while.
 */
public final class SharedDatabase implements AutoCloseable {

    private static final Catalog CATALOG = Catalog.shipped();

    private final DuckDbFile database;
    private final Tables tables = new Tables(CATALOG);

    public SharedDatabase() {
        try {
            database = DuckDbFile.inMemory(new DuckDbSettings("v1.4.0", "1GB", 1, "64MB"));
            new SchemaSteps().apply(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets everything. */
    public void empty() {
        for (var table : tables.columns().keySet()) {
            execute("TRUNCATE " + table);
        }
    }

    private void execute(String sql) {
        try {
            database.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another owner. */
    public ResultStore open(WriteStep.Observer observer) {
        return new DuckDbStore(() -> database.duplicate(observer), "the shared database", CATALOG);
    }

    /** What is committed. */
    public Contents contents() {
        return new DuckDbContents(database, tables);
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
