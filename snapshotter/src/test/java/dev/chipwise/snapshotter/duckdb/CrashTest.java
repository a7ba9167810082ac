package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.snapshotter.store.LaneProgress;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that dies in the middle of a write leaves whole batches, and the next one goes on. */
class CrashTest {

    @TempDir Path directory;

    /** The third time that DuckDB has rows and has not ended, they are those of the raw table. */
    @ParameterizedTest(name = "{0} for the {1}. time leaves {2} batches")
    @CsvSource({
        "FENCED, 1, 2",
        "APPENDING, 1, 2",
        "APPENDING, 3, 2",
        "WRITTEN, 1, 2",
        "BEFORE_COMMIT, 1, 2",
        "COMMITTED, 1, 3"
    })
    void leavesWholeBatchesAndGoesOn(WriteStep step, int time, int batches) throws Exception {
        // Given
        var file = directory.resolve("store.duckdb");
        var crashed =
                ChildProcess.run(
                        CrashingWriter.class, file.toString(), step.name(), Integer.toString(time));
        assertThat(crashed.exitCode()).as(crashed.output()).isEqualTo(CrashingWriter.EXIT);
        long stored = (long) batches * CrashingWriter.ROWS;
        assertThat(readWithoutOwning(file)).isEqualTo(stored);

        // When
        try (var store = DuckDbStore.open(file, DuckDbSettings.DEFAULT, Catalog.shipped())) {
            // Then
            assertThat(store.progress().of(CrashingWriter.LANE).map(LaneProgress::nextOffset))
                    .contains(stored);
            assertThat(store.contents().rowsByTopic())
                    .containsEntry(CrashingWriter.LANE.topic(), stored);
            for (int batch = batches; batch < CrashingWriter.BATCHES; batch++) {
                CrashingWriter.write(store, batch);
            }
            assertThat(store.contents().rowsByTopic())
                    .containsEntry(
                            CrashingWriter.LANE.topic(),
                            (long) CrashingWriter.BATCHES * CrashingWriter.ROWS);
            assertThat(store.contents().contradictions()).isEmpty();
        }
    }

    /** People look into a file whose owner has died without changing it. */
    private static long readWithoutOwning(Path file) {
        try (var copy = ReadOnlyCopy.open(file, DuckDbSettings.DEFAULT, Catalog.shipped())) {
            return copy.contents().rowsByTopic().getOrDefault(CrashingWriter.LANE.topic(), 0L);
        }
    }
}
