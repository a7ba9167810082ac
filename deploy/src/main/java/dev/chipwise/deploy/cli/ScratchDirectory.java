package dev.chipwise.deploy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** A new directory that is removed with all that is in it when closed, or when the process ends. */
final class ScratchDirectory implements AutoCloseable {

    private final Path path;
    private final Thread hook = new Thread(this::remove, "chipwise-remove");

    private ScratchDirectory(Path path) {
        this.path = path;
    }

    static ScratchDirectory in(Path parent) {
        try {
            var made =
                    new ScratchDirectory(
                            Files.createTempDirectory(
                                    Files.createDirectories(parent), "chipwise-bench-"));
            Runtime.getRuntime().addShutdownHook(made.hook);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory in " + parent, e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        remove();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void remove() {
        if (!Files.exists(path)) {
            return;
        }
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException goneAlready) {
            // Whoever wrote here is removing its own files; the rest follows.
            remove();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path + "; remove it yourself", e);
        }
    }
}
