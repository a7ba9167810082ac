package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.snapshotter.store.FencedException;
import dev.chipwise.snapshotter.store.InMemoryResultStore;
import dev.chipwise.snapshotter.store.StoreException;
import dev.chipwise.snapshotter.store.StoreText;
import dev.chipwise.snapshotter.store.Traffic;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file on disk adds to the contract, and the traps of DuckDB that it is built around. */
class DuckDbFileTest {

    private static final Catalog CATALOG = Catalog.shipped();
    private static final int MORE_THAN_A_CHUNK_HOLDS = 3_000;

    @TempDir Path directory;

    @Test
    void opensAgainWhereItWasClosed() {
        // Given
        var traffic = Traffic.of(3, 80);
        var batches = traffic.batches(new Random(3), 20);
        var memory = new InMemoryResultStore();
        memory.start(traffic.starts());
        batches.forEach(memory::write);

        // When
        for (int i = 0; i < batches.size(); i++) {
            try (var store = open()) {
                store.start(traffic.starts());
                store.write(batches.get(i));
            }
        }

        // Then
        try (var store = open()) {
            assertThat(StoreText.all(store.contents())).isEqualTo(StoreText.all(memory.contents()));
            assertThat(store.progress().ownerEpoch()).isGreaterThan(batches.size());
        }
    }

    @Test
    void refusesASecondProcessAndSaysWhatToDo() throws Exception {
        try (var store = open()) {
            // When
            var other = ChildProcess.run(OpeningProcess.class, file().toString());

            // Then
            assertThat(store.progress().lanes()).isEmpty();
            assertThat(other.exitCode()).isEqualTo(OpeningProcess.REFUSED);
            assertThat(other.output()).contains("another process owns").contains("published copy");
        }
    }

    @Test
    void stopsAnOwnerThatIsNoLongerTheNewest() throws Exception {
        // Given
        var traffic = Traffic.of(5, 20);
        try (var store = open()) {
            store.start(traffic.starts());
            ProgressReader.takeOwnership(store.file());

            // When
            assertThatThrownBy(() -> store.write(traffic.batches(new Random(1), 50).get(0)))
                    .isInstanceOf(FencedException.class);

            // Then
            assertThat(store.contents().ledger()).isEmpty();
        }
    }

    @Test
    void asksTheFileWhenTheOutcomeOfACommitIsNotKnown() {
        // Given
        var traffic = Traffic.of(9, 30);
        var batch = traffic.batches(new Random(1), 1000).get(0);
        var failing = new ArrayList<>(List.of(WriteStep.BEFORE_COMMIT, WriteStep.COMMITTED));
        WriteStep.Observer observer =
                step -> {
                    if (failing.remove(step)) {
                        throw new StoreException("failed at " + step);
                    }
                };
        try (var store = DuckDbStore.open(file(), DuckDbSettings.DEFAULT, CATALOG, observer)) {
            store.start(traffic.starts());

            // When
            assertThatThrownBy(() -> store.write(batch)).hasMessageContaining("nothing of it");
            var outcome = store.write(batch);

            // Then
            assertThat(outcome.batch()).isEqualTo(1);
            assertThat(store.contents().ledger()).isEqualTo(outcome.entries());
            assertThat(failing).isEmpty();
        }
    }

    @Test
    void takesBackAppendedRowsWithTheTransaction() throws SQLException {
        try (var file = DuckDbFile.inMemory(DuckDbSettings.DEFAULT)) {
            // Given
            file.execute("CREATE TABLE ids (event_id INTEGER)");
            var ids = new Columns<Integer>().integer("event_id", id -> id).of("ids");
            var rows = new Random(1).ints(MORE_THAN_A_CHUNK_HOLDS).boxed().toList();

            // When
            file.begin();
            ids.append(file, rows);
            file.rollback();

            // Then
            assertThat(file.query("SELECT count(*) AS rows FROM ids", row -> row.bigint("rows")))
                    .containsExactly(0L);
        }
    }

    @Test
    void failsWhenRowsDoNotArrive() throws SQLException {
        try (var file = DuckDbFile.inMemory(DuckDbSettings.DEFAULT)) {
            // Given
            file.execute("CREATE TABLE ids (event_id INTEGER PRIMARY KEY)");
            var ids = new Columns<Integer>().integer("event_id", id -> id).of("ids");

            // Then
            assertThatThrownBy(() -> ids.append(file, List.of(1, 1)))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void writesEveryTableWithTheColumnsOfItsSchemaFileAndDescribesThemAll() throws SQLException {
        try (var file = DuckDbFile.inMemory(DuckDbSettings.DEFAULT)) {
            // When
            new SchemaSteps().apply(file);

            // Then
            var columns = new TreeMap<String, List<String>>();
            file.each(
                    "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE"
                            + " database_name = 'chipwise' AND table_name IN (SELECT table_name FROM"
                            + " duckdb_tables()) ORDER BY table_name, column_index",
                    row -> {
                        assertThat(row.text("comment"))
                                .as(row.text("table_name") + "." + row.text("column_name"))
                                .isNotBlank();
                        return columns.computeIfAbsent(
                                        row.text("table_name"), any -> new ArrayList<>())
                                .add(row.text("column_name"));
                    });
            columns.remove("schema_steps");
            assertThat(new Tables(CATALOG).columns()).isEqualTo(columns);
        }
    }

    private Path file() {
        return directory.resolve("store.duckdb");
    }

    private DuckDbStore open() {
        return DuckDbStore.open(file(), DuckDbSettings.DEFAULT, CATALOG);
    }
}
