package dev.chipwise.deploy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

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
        removeAll(path);
    }

    /** Removes a directory with all that is in it, if it is there. */
    static void removeAll(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try {
            Files.walkFileTree(directory, new Removal());
        } catch (DirectoryNotEmptyException writtenMeanwhile) {
            removeAll(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot remove " + directory + "; remove it yourself", e);
        }
    }

    /** Whoever wrote here may be removing its own files, so one that is gone is no failure. */
    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure)
                throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
