package dev.chipwise.ingest.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file that only its owner may read, as a whole or, whatever happens, not at all. */
final class OwnersFile {

    private OwnersFile() {}

    static void replace(Path file, String text) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        var draft =
                Files.createTempFile(
                        folder, file.getFileName().toString(), ".new", forOwnerOnly(file));
        try {
            write(draft, text);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        forceName(folder);
    }

    /** The bytes must be on the disk before the name is, or a power cut leaves an empty file. */
    private static void write(Path draft, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void forceName(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (FileSystemException foldersCannotBeOpenedHere) {
            // Windows: it keeps names by itself.
            return;
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path file) {
        var views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
