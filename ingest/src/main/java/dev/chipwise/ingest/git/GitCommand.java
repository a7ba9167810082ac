package dev.chipwise.ingest.git;

import java.io.IOException;
import java.io.InputStream;
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
 * answer, and why is kept; it never asks a person, and takes no lock.
 */
final class GitCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final Map<String, String> environment;
    private String complaint = "";

    GitCommand(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** Why the last question that had no answer had none, in git's own words; or an empty text. */
    String complaint() {
        return complaint;
    }

    /** The first line that git prints when called with these words. */
    Optional<String> answer(String... words) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(directory.toAbsolutePath().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            return answer(builder.start());
        } catch (IOException noGit) {
            complaint = noGit.getMessage();
            return Optional.empty();
        }
    }

    private Optional<String> answer(Process git) throws IOException {
        try (var out = git.getInputStream();
                var err = git.getErrorStream()) {
            git.getOutputStream().close();
            // What is asked for has one line and a complaint has few, so the pipes hold them until
            // git has ended.
            if (!git.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                complaint = "no answer within " + PATIENCE.toSeconds() + " s";
                return Optional.empty();
            }
            if (git.exitValue() != 0) {
                complaint = firstLine(err).orElse("");
                return Optional.empty();
            }
            return firstLine(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            git.destroyForcibly();
        }
    }

    private static Optional<String> firstLine(InputStream said) throws IOException {
        var text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    }
}
