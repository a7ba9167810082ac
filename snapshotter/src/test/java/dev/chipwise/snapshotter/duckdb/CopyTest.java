package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.store.StoreText;
import dev.chipwise.snapshotter.store.Traffic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies are whole, safe to give to people, and cost the owner nothing of its ownership. */
class CopyTest {

    private static final Catalog CATALOG = Catalog.shipped();
    private static final Clock CLOCK = Clock.fixed(Samples.RECORDED_AT, ZoneOffset.UTC);
    private static final int KEEP = 2;
    private static final List<String> VIEWS_OF_LISTS =
            List.of(
                    "battery_samples",
                    "suitability_scores",
                    "score_log",
                    "recommendation_ranks",
                    "compatibility_entries");

    @TempDir Path directory;
    private DuckDbStore store;
    private CopyPublisher publisher;

    @BeforeEach
    void fill() {
        store =
                DuckDbStore.open(
                        directory.resolve("store.duckdb"), DuckDbSettings.DEFAULT, CATALOG);
        publisher = new CopyPublisher(store, copies(), KEEP, DuckDbSettings.DEFAULT, CLOCK);
        var traffic = Traffic.of(11, 60);
        store.start(traffic.starts());
        traffic.batches(new Random(1), 20).forEach(store::write);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void holdsWhatTheStoreHolds() {
        // When
        var published = publisher.publish();

        // Then
        try (var copy = ReadOnlyCopy.open(published.file(), DuckDbSettings.DEFAULT, CATALOG)) {
            assertThat(StoreText.all(copy.contents())).isEqualTo(StoreText.all(store.contents()));
            assertThat(copy.contents().contradictions()).isEmpty();
            assertThat(copy.contents().progress()).isEqualTo(store.progress());
        }
        assertThat(published.manifest())
                .content()
                .contains("\"created_at\":\"2026-11-23T12:00:00Z\"")
                .contains("\"topic\":\"benchmark.result.v1\"")
                .contains("\"benchmark_results\":");
    }

    @Test
    void bytesAreShownAsHexDigits() {
        var published = publisher.publish();

        try (var copy = ReadOnlyCopy.open(published.file(), DuckDbSettings.DEFAULT, CATALOG)) {
            var answer = copy.query("SELECT 'a\\xC3'::BLOB", 10, Duration.ofSeconds(5));

            assertThat(answer.rows()).containsExactly(List.of("61c3"));
        }
    }

    @Test
    void keepsTheNewestOnly() throws Exception {
        // When
        for (int i = 0; i < KEEP + 2; i++) {
            publisher.publish();
        }

        // Then
        try (var files = Files.list(copies())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "chipwise-3.duckdb",
                            "chipwise-3.json",
                            "chipwise-4.duckdb",
                            "chipwise-4.json");
        }
        assertThat(CopyDirectory.newest(copies())).map(PublishedCopy::number).contains(4L);
    }

    /** Opening and closing a locked file drops the lock of the whole process on POSIX. */
    @Test
    void stillOwnsTheStoreAfterPublishing() throws Exception {
        // When
        publisher.publish();

        // Then
        var other =
                ChildProcess.run(
                        OpeningProcess.class, directory.resolve("store.duckdb").toString());
        assertThat(other.exitCode()).isEqualTo(OpeningProcess.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM benchmark_results",
                "FROM json_execute_serialized_sql(json_serialize_sql('DELETE FROM benchmark_results"
                        + " RETURNING 1'))",
                "COMMIT; DELETE FROM benchmark_results",
                "FROM read_csv('/etc/hostname')",
                "COPY benchmark_results TO 'stolen.csv'",
                "ATTACH 'other.duckdb'",
                "INSTALL httpfs",
                "SET enable_external_access = true",
                "SET memory_limit = '100GB'"
            })
    void refusesWhateverIsNotReading(String sql) {
        // Given
        var published = publisher.publish();
        try (var copy = ReadOnlyCopy.open(published.file(), DuckDbSettings.DEFAULT, CATALOG)) {
            // Then
            assertThatThrownBy(() -> copy.query(sql, 10, Duration.ofSeconds(5)))
                    .isInstanceOf(SqlRefused.class);
        }
    }

    @Test
    void answersAPersonsSqlUpToALimit() {
        // Given
        var published = publisher.publish();
        try (var copy = ReadOnlyCopy.open(published.file(), DuckDbSettings.DEFAULT, CATALOG)) {
            // When
            var answer =
                    copy.query(
                            "SELECT event_id, occurred_at, labels FROM benchmark_results ORDER BY"
                                    + " occurred_at",
                            2,
                            Duration.ofSeconds(5));

            // Then
            assertThat(answer.columns()).containsExactly("event_id", "occurred_at", "labels");
            assertThat(answer.rows()).hasSize(2);
            assertThat(answer.rows().get(0).get(1)).isInstanceOf(java.time.Instant.class);
            assertThat(answer.truncated()).isTrue();
        }
    }

    @Test
    void stopsAStatementThatTakesTooLong() {
        // Given
        var published = publisher.publish();
        try (var copy = ReadOnlyCopy.open(published.file(), DuckDbSettings.DEFAULT, CATALOG)) {
            // Then
            assertThatThrownBy(
                            () ->
                                    copy.query(
                                            "SELECT count(*) FROM range(100000000000) a,"
                                                    + " range(1000) b",
                                            1,
                                            Duration.ofSeconds(1)))
                    .isInstanceOf(SqlRefused.class);
        }
    }

    @Test
    void exportsEveryTableAndWhatIsListedInThemAsParquet() {
        // When
        var files = publisher.exportParquet(directory.resolve("parquet"));

        // Then
        var expected = new TreeSet<>(new Tables(CATALOG).columns().keySet());
        expected.addAll(VIEWS_OF_LISTS);
        expected.add("schema_steps");
        assertThat(files)
                .allSatisfy(file -> assertThat(file).isNotEmptyFile())
                .extracting(file -> file.getFileName().toString().replace(".parquet", ""))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private Path copies() {
        return directory.resolve("copies");
    }
}
