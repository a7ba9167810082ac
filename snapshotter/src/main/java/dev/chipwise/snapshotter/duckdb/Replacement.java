package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A store file that is made beside another and then takes its place; the other is kept. A kill at
 * any moment leaves a whole store under the name. For whoever owns the data directory.
 */
public final class Replacement {

    private final Path store;
    private final Path draft;

    private Replacement(Path store) {
        this.store = store;
        this.draft = store.resolveSibling("." + store.getFileName() + ".draft");
    }

    /** The replacement of this store; what an interrupted one left is gone. */
    public static Replacement of(Path store) {
        var replacement = new Replacement(store);
        replacement.discard();
        return replacement;
    }

    /** Where the new file is to be made, and closed, before it takes its place. */
    public Path draft() {
        return draft;
    }

    /** Fills the draft with a published copy. */
    public void copy(PublishedCopy copy) {
        try {
            Files.copy(copy.file(), draft);
        } catch (IOException e) {
            throw new StoreException("cannot copy " + copy.file() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts the draft in the store's place; returns where the old file is kept, if there was one.
     */
    public Optional<Path> takePlace() {
        if (Files.exists(log(draft))) {
            throw new StoreException(draft + " still has a log: it was not closed");
        }
        try {
            force(draft, StandardOpenOption.WRITE);
            var kept = keepOld();
            Files.move(
                    draft,
                    store,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            force(store.getParent(), StandardOpenOption.READ);
            return kept;
        } catch (IOException e) {
            throw new StoreException(
                    "cannot put " + draft + " in the place of " + store + ": " + e.getMessage(), e);
        }
    }

    /** Removes the draft. */
    public void discard() {
        try {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(log(draft));
        } catch (IOException e) {
            throw new StoreException("cannot remove " + draft + ": " + e.getMessage(), e);
        }
    }

    /**
     * The old log goes before the new file comes: the old file without it is an older whole store,
     * but the new file with it would be damaged.
     */
    private Optional<Path> keepOld() throws IOException {
        if (Files.notExists(store) && Files.notExists(log(store))) {
            return Optional.empty();
        }
        var kept = freeName();
        if (Files.exists(store)) {
            Files.createLink(kept, store);
        }
        if (Files.exists(log(store))) {
            Files.move(log(store), log(kept), StandardCopyOption.ATOMIC_MOVE);
        }
        return Optional.of(kept);
    }

    private Path freeName() {
        int number = 1;
        while (Files.exists(replaced(number)) || Files.exists(log(replaced(number)))) {
            number++;
        }
        return replaced(number);
    }

    private Path replaced(int number) {
        return store.resolveSibling(store.getFileName() + ".replaced-" + number);
    }

    private static Path log(Path file) {
        return Path.of(file + ".wal");
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
