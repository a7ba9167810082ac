package dev.chipwise.ingest.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.chipwise.ingest.adapter.Suggestion;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Rows of named values, printed with the same fields in every format. */
record Rows(List<String> columns, List<Map<String, Object>> rows) {

    private static final ObjectMapper JSON = new ObjectMapper();

    void print(Console console, CommandLine command) {
        var out = command.getOut();
        switch (format(console.output().get(), command)) {
            case TABLE -> printTable(out);
            case JSON -> out.println(json(rows, JSON.writerWithDefaultPrettyPrinter()));
            case JSONL -> rows.forEach(row -> out.println(json(row, JSON.writer())));
            case CSV -> texts().forEach(row -> out.println(csv(row)));
            case MARKDOWN -> printMarkdown(out);
        }
        out.flush();
    }

    private static OutputFormat format(String name, CommandLine command) {
        var names =
                Stream.of(OutputFormat.values())
                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                        .toList();
        if (!names.contains(name)) {
            throw new ParameterException(
                    command, "--output " + name + " is unknown" + Suggestion.of(name, names));
        }
        return OutputFormat.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private void printTable(PrintWriter out) {
        var texts = texts();
        var widths = new int[columns.size()];
        for (var row : texts) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (var row : texts) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private void printMarkdown(PrintWriter out) {
        var lines =
                new ArrayList<>(
                        texts().stream()
                                .map(
                                        row ->
                                                row.stream()
                                                        .map(cell -> cell.replace("|", "\\|"))
                                                        .toList())
                                .map(row -> "| " + String.join(" | ", row) + " |")
                                .toList());
        lines.add(1, "|" + " --- |".repeat(columns.size()));
        lines.forEach(out::println);
    }

    /** The header and every row as texts without line breaks. */
    private List<List<String>> texts() {
        var texts = new ArrayList<List<String>>();
        texts.add(columns);
        for (var row : rows) {
            texts.add(columns.stream().map(column -> text(row.get(column))).toList());
        }
        return texts;
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        var text = value instanceof Map ? json(value, JSON.writer()) : value.toString();
        return text.replaceAll("\\R", " ");
    }

    private static String csv(List<String> row) {
        return String.join(
                ",",
                row.stream()
                        .map(
                                cell ->
                                        cell.matches("[^,\"]*")
                                                ? cell
                                                : "\"" + cell.replace("\"", "\"\"") + "\"")
                        .toList());
    }

    private static String json(Object value, ObjectWriter writer) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts are always JSON", e);
        }
    }
}
