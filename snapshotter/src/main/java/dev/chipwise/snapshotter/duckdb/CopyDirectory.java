package dev.chipwise.snapshotter.duckdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where copies are published: {@code chipwise-<n>.duckdb} with {@code chipwise-<n>.json} beside it.
 */
public final class CopyDirectory {

    private static final Pattern COPY = Pattern.compile("chipwise-(\\d+)\\.duckdb");

    private final Path path;
    private final int keep;

    CopyDirectory(Path path, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("at least one copy is kept, not " + keep);
        }
        this.path = path;
        this.keep = keep;
    }

    /** The newest finished copy in a directory, if there is one. */
    public static Optional<PublishedCopy> newest(Path directory) throws IOException {
        return all(directory).stream().reduce((older, newer) -> newer);
    }

    /** All finished copies, oldest first. */
    static List<PublishedCopy> all(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.map(file -> COPY.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> copy(directory, Long.parseLong(name.group(1))))
                    .sorted(Comparator.comparingLong(PublishedCopy::number))
                    .toList();
        }
    }

    private static PublishedCopy copy(Path directory, long number) {
        return new PublishedCopy(
                number,
                directory.resolve(fileName(number)),
                directory.resolve("chipwise-" + number + ".json"));
    }

    static String fileName(long number) {
        return "chipwise-" + number + ".duckdb";
    }

    Path path() {
        return path;
    }

    long nextNumber() throws IOException {
        return newest(path).map(PublishedCopy::number).orElse(0L) + 1;
    }

    /** Where the copy of this number is made; what an interrupted one left there is gone. */
    Path unfinished(long number) throws IOException {
        Files.createDirectories(path);
        var unfinished = unfinishedPath(number);
        Files.deleteIfExists(unfinished);
        Files.deleteIfExists(Path.of(unfinished + ".wal"));
        return unfinished;
    }

    private Path unfinishedPath(long number) {
        return path.resolve("." + fileName(number) + ".unfinished");
    }

    /** Brings a whole copy to disk, then to its name; readers see all of it or nothing. */
    PublishedCopy publish(long number, String manifest) throws IOException {
        var copy = copy(path, number);
        var unfinishedManifest = path.resolve("." + copy.manifest().getFileName() + ".unfinished");
        Files.writeString(unfinishedManifest, manifest + "\n");
        force(unfinishedManifest, StandardOpenOption.WRITE);
        force(unfinishedPath(number), StandardOpenOption.WRITE);
        Files.move(unfinishedManifest, copy.manifest(), StandardCopyOption.ATOMIC_MOVE);
        Files.move(unfinishedPath(number), copy.file(), StandardCopyOption.ATOMIC_MOVE);
        force(path, StandardOpenOption.READ);
        deleteOld();
        return copy;
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private void deleteOld() throws IOException {
        var copies = all(path);
        for (var old : copies.subList(0, Math.max(0, copies.size() - keep))) {
            Files.deleteIfExists(old.file());
            Files.deleteIfExists(old.manifest());
        }
    }
}
