package dev.chipwise.snapshotter.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a statement, read from its file in the jar. */
final class Sql {

    private Sql() {}

    /** The statement {@code sql/<name>.sql}. */
    static String statement(String name) {
        return text("sql/" + name + ".sql");
    }

    /** The statement {@code sql/<name>.sql}, written once for all tables of one shape. */
    static String statement(String name, String table) {
        return statement(name).replace("${table}", table);
    }

    static String text(String file) {
        try (var stream = Sql.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the jar; build it again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
