package dev.chipwise.snapshotter.report;

import java.util.List;
import java.util.stream.Collectors;

/** A table as RFC 4180 wants it: numbers in full, text as it is, nothing for null. */
final class CsvTable {

    private CsvTable() {}

    static String render(Table table) {
        return line(table.columns())
                + table.rows().stream().map(CsvTable::line).collect(Collectors.joining());
    }

    private static String line(List<?> cells) {
        var line = cells.stream().map(CsvTable::cell).collect(Collectors.joining(","));
        // many readers skip an empty line, and this one is a row
        return (line.isEmpty() ? "\"\"" : line) + "\r\n";
    }

    private static String cell(Object cell) {
        var text = cell == null ? "" : cell.toString();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
