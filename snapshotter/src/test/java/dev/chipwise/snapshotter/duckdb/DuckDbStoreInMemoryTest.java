package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.snapshotter.store.ResultStore;
import dev.chipwise.snapshotter.store.ResultStoreContract;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * DuckDB keeps the contract; one database, emptied for each test, since making one takes a while.
 */
class DuckDbStoreInMemoryTest extends ResultStoreContract {

    private static final Catalog CATALOG = Catalog.shipped();
    private static DuckDbFile database;

    /** Fewer than in memory: a seed costs DuckDB about a second. */
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = DuckDbFile.inMemory(DuckDbSettings.DEFAULT);
        new SchemaSteps().apply(database);
    }

    @AfterAll
    static void dropDatabase() throws SQLException {
        database.close();
    }

    @Override
    protected ResultStore fresh() {
        return new DuckDbStore(DuckDbStoreInMemoryTest::emptied, "the test's database", CATALOG);
    }

    private static DuckDbFile emptied() throws SQLException {
        for (var table : new Tables(CATALOG).columns().keySet()) {
            database.execute("TRUNCATE " + table);
        }
        return database.duplicate();
    }
}
