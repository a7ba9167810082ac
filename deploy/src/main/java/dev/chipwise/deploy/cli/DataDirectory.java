package dev.chipwise.deploy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where everything of one installation lives on disk; commands that run beside {@code up} find it
 * through this.
 */
public record DataDirectory(Path root) {

    private static final String RUN = "run";

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The default: {@code $XDG_DATA_HOME/chipwise}, or the place the XDG standard gives when that
     * is not set.
     */
    static DataDirectory standard(Map<String, String> environment) {
        var xdg = environment.get("XDG_DATA_HOME");
        var home = Path.of(environment.getOrDefault("HOME", "."));
        var base =
                xdg == null || xdg.isBlank()
                        ? home.resolve(".local").resolve("share")
                        : Path.of(xdg);
        return new DataDirectory(base.resolve("chipwise"));
    }

    Path broker() {
        return made("broker");
    }

    Path state() {
        return made("state");
    }

    /** The DuckDB file, to write; its published copies are beside it. */
    Path newStoreFile() {
        return made("store").resolve(storeFile().getFileName());
    }

    /** The DuckDB file, which may not be there yet. */
    Path storeFile() {
        return root.resolve("store").resolve("chipwise.duckdb");
    }

    /** Where the sink publishes copies of the store. */
    Path copies() {
        return root.resolve("store").resolve("copies");
    }

    /** The hashes of the gateway's tokens; whoever only looks makes nothing. */
    Path tokens() {
        return root.resolve("gateway").resolve("tokens");
    }

    /** What a running {@code up} says about itself; whoever only looks makes nothing. */
    Path running() {
        return root.resolve(RUN).resolve("up.properties");
    }

    /** Held by the one {@code up} that owns the directory. */
    Path lock() {
        return made(RUN).resolve("lock");
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make "
                            + root.resolve(name)
                            + "; choose another --data-dir or CHIPWISE_DATA_DIR",
                    e);
        }
    }
}
