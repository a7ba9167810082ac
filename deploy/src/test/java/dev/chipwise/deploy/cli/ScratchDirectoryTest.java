package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDirectoryTest {

    @TempDir private Path parent;

    @Test
    void isGoneWithAllThatIsInItWhenClosed() throws IOException {
        Path made;
        try (var scratch = ScratchDirectory.in(parent)) {
            made = scratch.path();
            Files.createDirectories(made.resolve("broker/records"));
            Files.writeString(made.resolve("broker/records/0.log"), "kept");
        }

        assertThat(made).doesNotExist();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void canBeRemovedWhileAnotherRemovesTheSameFiles() throws InterruptedException, IOException {
        var directory = parent.resolve("shared");
        Files.createDirectory(directory);
        for (int i = 0; i < 2_000; i++) {
            Files.createFile(directory.resolve("file-" + i));
        }
        var other = new Thread(() -> ScratchDirectory.removeAll(directory));

        other.start();
        ScratchDirectory.removeAll(directory);
        other.join();

        assertThat(directory).doesNotExist();
    }

    @Test
    void removingWhatIsNotThereIsNoFailure() {
        ScratchDirectory.removeAll(parent.resolve("nothing"));

        assertThat(List.of(parent.toFile().list())).isEmpty();
    }
}
