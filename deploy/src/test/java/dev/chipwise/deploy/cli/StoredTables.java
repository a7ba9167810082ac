package dev.chipwise.deploy.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a store says, apart from when and from which place in the topics it came there. */
final class StoredTables {

    private static final String EVENT_PLACE =
            "topic, \"partition\", \"offset\", recorded_at, batch";
    private static final String PLACE = "\"partition\", \"offset\", recorded_at, batch";

    /** By table, what of it the set of events alone decides. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        for (var events :
                List.of("benchmark_results", "battery_results", "model_versions", "retractions")) {
            COLUMNS.put(events, "* EXCLUDE (" + EVENT_PLACE + ")");
        }
        COLUMNS.put("battery_samples", "* EXCLUDE (topic, \"partition\", \"offset\", batch)");
        COLUMNS.put("cell_summaries", "* EXCLUDE (record, " + PLACE + "), hex(record) AS record");
        COLUMNS.put("score_records", "topic_key, hex(record) AS record");
        COLUMNS.put("suitability_scores", "* EXCLUDE (\"offset\", batch)");
        COLUMNS.put(
                "recommendations",
                "* EXCLUDE (sequence, material, previous_leader, cause, record, " + PLACE + ")");
        COLUMNS.put("recommendation_ranks", "* EXCLUDE (batch)");
        COLUMNS.put("compatibility_snapshots", "model, version, content_hash, entries");
        COLUMNS.put("compatibility_entries", "* EXCLUDE (batch)");
    }

    private StoredTables() {}

    /** The rows of every table as text, in order. */
    static Map<String, List<String>> read(Desk desk) {
        var tables = new LinkedHashMap<String, List<String>>();
        COLUMNS.forEach(
                (table, columns) -> {
                    var sql = "SELECT " + columns + " FROM " + table + " ORDER BY ALL";
                    var answer = desk.run("query", sql, "--output", "csv");
                    if (answer.code() != ExitCode.OK) {
                        throw new AssertionError(answer.err());
                    }
                    tables.put(table, new ArrayList<>(answer.lines()));
                });
        return tables;
    }
}
