package dev.chipwise.deploy.bench.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a statement, read from its file in the jar. */
final class Sql {

    private Sql() {}

    /** The statement {@code <name>.sql}. */
    static String statement(String name) {
        try (var stream = Sql.class.getResourceAsStream(name + ".sql")) {
            if (stream == null) {
                throw new IllegalStateException(
                        name + ".sql is missing from the jar; build it again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".sql", e);
        }
    }
}
