package dev.chipwise.ingest.publish.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Makes its holder the only owner of a spool, until it is closed or its process ends. */
final class SpoolLock implements AutoCloseable {

    /** Whoever only looks whether the lock is held, holds it for a moment. */
    private static final int LOOKS = 10;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /**
     * What this process holds: on POSIX, opening and closing a file again releases its lock, so a
     * second try in one process must not touch the file.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path name;
    private final FileChannel channel;

    private SpoolLock(Path name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /**
     * @throws SpoolInUse when somebody else holds it
     */
    static SpoolLock take(SpoolFiles files) throws IOException {
        var name = files.directory().toRealPath();
        if (!HELD_HERE.add(name)) {
            throw inUse(files);
        }
        try {
            var channel = open(files);
            if (locks(channel)) {
                return new SpoolLock(name, channel);
            }
            channel.close();
        } catch (IOException e) {
            HELD_HERE.remove(name);
            throw e;
        }
        HELD_HERE.remove(name);
        throw inUse(files);
    }

    private static boolean locks(FileChannel channel) throws IOException {
        for (int look = 0; look < LOOKS; look++) {
            if (tryLock(channel) != null) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return false;
    }

    static boolean isHeld(SpoolFiles files) throws IOException {
        if (HELD_HERE.contains(files.directory().toRealPath())) {
            return true;
        }
        try (var channel = open(files);
                var looking = tryLock(channel)) {
            return looking == null;
        }
    }

    /** Null where it is held, by whomever. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(name);
    }

    private static FileChannel open(SpoolFiles files) throws IOException {
        return FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static SpoolInUse inUse(SpoolFiles files) {
        return new SpoolInUse(
                "another publisher owns the spool "
                        + files.directory()
                        + "; wait until it has ended, or give this one a spool of its own");
    }
}
