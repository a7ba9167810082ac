package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which entries of a Google Benchmark file are results: the repetitions, and the mean of a
 * benchmark that reports no repetitions. Median, deviation and the like are of repetitions.
 */
final class GoogleBenchmarkRuns {

    private static final String MEAN = "mean";

    /** How files before 1.5 name aggregates. */
    private static final Pattern UNMARKED =
            Pattern.compile("(.*)_(?:mean|median|stddev|cv|BigO|RMS)");

    private final Map<String, Long> repetitions = new HashMap<>();

    boolean isResult(JsonNode run) {
        var name = run.path("run_name").asText(run.path("name").asText());
        var unmarked = UNMARKED.matcher(name);
        if (!run.has("run_type") && unmarked.matches() && isRepeated(unmarked.group(1))) {
            return false;
        }
        if (!run.path("run_type").asText().equals("aggregate")) {
            repetitions.merge(name, 1L, Long::sum);
            return true;
        }
        return run.path("aggregate_name").asText().equals(MEAN) && !isRepeated(name);
    }

    /** Which of its repetitions an entry is, from 0; older files do not say. */
    long repetition(JsonNode run) {
        var name = run.path("run_name").asText(run.path("name").asText());
        return run.path("repetition_index").asLong(repetitions.getOrDefault(name, 1L) - 1);
    }

    private boolean isRepeated(String name) {
        return repetitions.containsKey(name);
    }
}
