package dev.chipwise.deploy.cli;

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
final class RecordedData {

    private RecordedData() {}

    static Path folder(String name) {
        var folder = Path.of(System.getProperty("chipwise.data", "../../shared/data"), name);
        assumeTrue(
                Files.isDirectory(folder), "no recorded data at " + folder + "; set chipwise.data");
        return folder;
    }

    /** The rows of a zipped CSV without quotes, by column name. */
    static List<Map<String, String>> rows(Path csv) throws IOException {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(csv)),
                                StandardCharsets.UTF_8))) {
            var header = lines.readLine().split(",", -1);
            var rows = new ArrayList<Map<String, String>>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",", -1);
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
