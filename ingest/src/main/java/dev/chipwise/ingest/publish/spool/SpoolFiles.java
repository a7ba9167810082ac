package dev.chipwise.ingest.publish.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of a spool's files, and how they are written so that a power cut keeps them whole. */
record SpoolFiles(Path directory) {

    private static final String SUFFIX = ".spool";

    Path segment(long number) {
        return directory.resolve(String.format(Locale.ROOT, "%012d", number) + SUFFIX);
    }

    Path lock() {
        return directory.resolve("lock");
    }

    Path progress() {
        return directory.resolve("progress");
    }

    /** Where bytes go that cannot be published and are not thrown away. */
    Path setAside() {
        return directory.resolve("set-aside");
    }

    /** The size in bytes of every segment by its number. */
    SortedMap<Long, Long> segments() throws IOException {
        var sizes = new TreeMap<Long, Long>();
        for (var file : in(directory)) {
            var name = file.getFileName().toString();
            if (name.matches("\\d{12}\\" + SUFFIX)) {
                sizes.put(Long.valueOf(name.substring(0, 12)), Files.size(file));
            }
        }
        return sizes;
    }

    static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Keeps bytes under a name that follows from where they lay; the same ones once only. */
    Path keepAside(long segment, long offset, String why, byte[] bytes) throws IOException {
        Files.createDirectories(setAside());
        var name = String.format(Locale.ROOT, "%012d-%d.", segment, offset) + why;
        return replace(setAside().resolve(name), bytes);
    }

    static Path replace(Path file, byte[] bytes) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, bytes);
        force(draft);
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceNames(file.getParent());
        return file;
    }

    /** Makes new and removed names in a folder last, where the system can. */
    static void forceNames(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (FileSystemException foldersCannotBeOpenedHere) {
            // Windows: it keeps names by itself.
            return;
        }
    }

    /** What to throw when the disk fails. */
    UncheckedIOException broken(String what, IOException e) {
        return new UncheckedIOException("cannot " + what + " the spool " + directory + ": " + e, e);
    }

    static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
