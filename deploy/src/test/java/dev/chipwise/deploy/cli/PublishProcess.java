package dev.chipwise.deploy.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A {@code publish} that reads what it is handed, so that it is in the middle of publishing for as
 * long as a test wants.
 */
public final class PublishProcess {

    private final Process process;
    private final BufferedWriter input;
    private final Path said;

    private PublishProcess(Process process, Path said) {
        this.process = process;
        this.input = process.outputWriter();
        this.said = said;
    }

    /**
     * @param options beside what it needs to read what it is handed
     */
    public static PublishProcess start(Path directory, String... options) throws IOException {
        var said = Files.createTempFile(directory, "publish", ".log");
        var words = new ArrayList<>(List.of("publish", "-", "--quiet"));
        words.addAll(List.of(options));
        return new PublishProcess(
                ChipwiseProcess.on(directory, words.toArray(String[]::new))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start(),
                said);
    }

    /** Hands over lines; returns when the pipe has taken them. */
    public void hand(List<String> lines) throws IOException {
        for (var line : lines) {
            input.write(line);
        }
        input.flush();
    }

    /** Hands over lines in the background, however long it takes to read them or to be killed. */
    public CompletableFuture<Void> handing(List<String> lines) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        hand(lines);
                    } catch (IOException gone) {
                        // What it has not read was never published.
                    }
                });
    }

    /** Hands over the last lines in the background; publishing ends some time after them. */
    public CompletableFuture<Void> finish(List<String> lines) {
        return CompletableFuture.runAsync(
                () -> {
                    try (input) {
                        hand(lines);
                    } catch (IOException gaveUp) {
                        // It found no broker and ended before it had read everything.
                    }
                });
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public boolean isPublishing() {
        return process.isAlive();
    }

    public int code() throws InterruptedException {
        return process.waitFor();
    }

    public String said() throws IOException {
        return Files.readString(said);
    }
}
