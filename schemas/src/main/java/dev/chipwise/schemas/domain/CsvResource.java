package dev.chipwise.schemas.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table that is part of the program: comma-separated, the first line names the columns, the
 * last column may hold commas.
 */
public final class CsvResource {

    private CsvResource() {}

    /** The rows of the table at a path beside a class, by column name. */
    public static List<Map<String, String>> rows(Class<?> beside, String path) {
        var lines = text(beside, path).lines().filter(line -> !line.isBlank()).toList();
        var header = lines.get(0).split(",");
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", header.length);
            if (cells.length != header.length) {
                throw new IllegalStateException(
                        path + ": want " + header.length + " columns, got: " + line);
            }
            var row = new HashMap<String, String>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i].strip());
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(Class<?> beside, String path) {
        try (var stream = beside.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is missing from the jar; build it again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
