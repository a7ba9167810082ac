package dev.chipwise.ingest.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks git about one directory. Where git is missing, is no help or takes too long there is no
 * answer; it never asks a person, and takes no lock.
 */
final class GitCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final Map<String, String> environment;

    GitCommand(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** The first line that git prints when called with these words. */
    Optional<String> answer(String... words) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        var builder =
                new ProcessBuilder(command)
                        .directory(directory.toAbsolutePath().toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            return firstLine(builder.start());
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstLine(Process git) throws IOException {
        try (var out = git.getInputStream()) {
            git.getOutputStream().close();
            // What is asked for has one line, so the pipe holds it until git has ended.
            if (!git.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || git.exitValue() != 0) {
                return Optional.empty();
            }
            var text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            git.destroyForcibly();
        }
    }
}
