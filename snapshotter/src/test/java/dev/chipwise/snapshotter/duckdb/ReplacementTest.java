package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {

    @TempDir Path directory;
    private Path store;

    @BeforeEach
    void name() {
        store = directory.resolve("store.duckdb");
    }

    @Test
    void keepsTheOldFileWithItsLog() throws IOException {
        // Given
        Files.writeString(store, "old");
        Files.writeString(Path.of(store + ".wal"), "old log");

        // When
        var kept = replaceBy("new");

        // Then
        assertThat(store).hasContent("new");
        assertThat(Path.of(store + ".wal")).doesNotExist();
        assertThat(kept).hasValueSatisfying(old -> assertThat(old).hasContent("old"));
        assertThat(Path.of(kept.orElseThrow() + ".wal")).hasContent("old log");
    }

    @Test
    void keepsEveryOldFile() throws IOException {
        Files.writeString(store, "first");
        var first = replaceBy("second");
        var second = replaceBy("third");

        assertThat(first.orElseThrow()).hasContent("first");
        assertThat(second.orElseThrow()).hasContent("second");
        assertThat(store).hasContent("third");
    }

    @Test
    void needsNoOldFile() throws IOException {
        assertThat(replaceBy("new")).isEmpty();
        assertThat(store).hasContent("new");
    }

    @Test
    void beginsWithoutWhatAnInterruptedOneLeft() throws IOException {
        // Given
        var interrupted = Replacement.of(store);
        Files.writeString(interrupted.draft(), "half");
        Files.writeString(Path.of(interrupted.draft() + ".wal"), "half");

        // When
        var next = Replacement.of(store);

        // Then
        assertThat(next.draft()).doesNotExist();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aLogWhoseFileIsLostDoesNotReachTheNewFile() throws IOException {
        Files.writeString(Path.of(store + ".wal"), "a log without its file");

        var kept = replaceBy("new");

        assertThat(Path.of(store + ".wal")).doesNotExist();
        assertThat(Path.of(kept.orElseThrow() + ".wal")).hasContent("a log without its file");
    }

    @Test
    void refusesADraftWhoseLogIsNotFoldedIn() throws IOException {
        var replacement = Replacement.of(store);
        Files.writeString(replacement.draft(), "new");
        Files.writeString(Path.of(replacement.draft() + ".wal"), "the rest of it");

        assertThatThrownBy(replacement::takePlace).hasMessageContaining("was not closed");
        assertThat(store).doesNotExist();
    }

    private Optional<Path> replaceBy(String content) throws IOException {
        var replacement = Replacement.of(store);
        Files.writeString(replacement.draft(), content);
        return replacement.takePlace();
    }
}
