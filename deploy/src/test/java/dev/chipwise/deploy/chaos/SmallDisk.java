package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk, mounted on a directory, to be filled up, freed, and closed for writing. */
record SmallDisk(Path directory) implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    /** Skips the test, saying so, where nothing can be mounted. */
    static SmallDisk mount(Path directory, int megabytes) throws IOException {
        Files.createDirectories(directory);
        int code = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory);
        assumeTrue(code == 0, "needs to mount a small disk, which only root may");
        return new SmallDisk(directory);
    }

    /** Takes all the space that is left. */
    void fill() throws IOException {
        try (var out = Files.newOutputStream(ballast())) {
            for (int size = BLOCK; size > 0; size /= 2) {
                writeUntilFull(out, size);
            }
        } catch (IOException full) {
            // Closing has to write too on some systems.
        }
    }

    /** Gives the space back. */
    void free() throws IOException {
        Files.delete(ballast());
    }

    void makeReadOnly() throws IOException {
        assertThat(run("mount", "-o", "remount,ro", directory)).isZero();
    }

    void makeWritable() throws IOException {
        assertThat(run("mount", "-o", "remount,rw", directory)).isZero();
    }

    @Override
    public void close() throws IOException {
        assertThat(run("umount", "-l", directory)).isZero();
    }

    private static void writeUntilFull(OutputStream out, int size) {
        var block = new byte[size];
        try {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // Smaller blocks may still fit.
        }
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    private static int run(Object... words) throws IOException {
        var command = List.of(words).stream().map(Object::toString).toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }
}
