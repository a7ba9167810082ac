package dev.chipwise.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real git checkout with one commit, for tests; skips them where git is not installed. */
public record Checkout(Path folder) {

    /** Makes one in an empty folder. */
    public static Checkout in(Path folder) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "git is not installed");
        var checkout = new Checkout(folder);
        checkout.git("init", "-q", "-b", "main");
        Files.writeString(folder.resolve("model.txt"), "weights");
        checkout.git("add", ".");
        checkout.git("commit", "-q", "-m", "first");
        return checkout;
    }

    public void git(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@t"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment());
        assertThat(builder.start().waitFor()).as("git %s", List.of(words)).isZero();
    }

    public void change() throws IOException {
        Files.writeString(folder.resolve("model.txt"), "other weights, and more of them");
    }

    /** Settings of this machine's user stay out of it. */
    public Map<String, String> environment() {
        return Map.of("HOME", folder.toString(), "GIT_CONFIG_NOSYSTEM", "1");
    }

    /** The full hash of the commit, read without git. */
    public String commit() throws IOException {
        return Files.readString(folder.resolve(".git/refs/heads/main")).strip();
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "git")));
    }
}
