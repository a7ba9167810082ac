package dev.chipwise.ingest.adapter;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Recorded data beside the checkout; a test that needs it is skipped where it is missing. */
final class SharedData {

    private SharedData() {}

    static Path folder(String name) {
        var folder = Path.of(System.getProperty("chipwise.data", "../../shared/data"), name);
        assumeTrue(
                Files.isDirectory(folder), "no recorded data at " + folder + "; set chipwise.data");
        return folder;
    }

    /** Files below a folder whose path ends so, in order. */
    static List<Path> files(Path below, String ending) throws IOException {
        try (var files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** The rows of a CSV, by column name. */
    static List<Map<String, String>> table(Path csv) throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        try (var text = Files.newBufferedReader(csv)) {
            var lines = new CsvText(text);
            var header = lines.next();
            for (var cells = lines.next(); cells != null; cells = lines.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rows of a zipped CSV without quotes, by column name. */
    static List<Map<String, String>> rows(Path csv) throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(csv)),
                                StandardCharsets.UTF_8))) {
            var header = lines.readLine().split(",");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",", -1);
                if (cells.length != header.length) {
                    throw new IOException(csv + " has a row of another length: " + line);
                }
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
