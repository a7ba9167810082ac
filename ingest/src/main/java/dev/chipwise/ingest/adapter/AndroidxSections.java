package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The trace sections that an AndroidX macro benchmark timed. One alone is the inference; of several
 * nobody knows which is, so none is taken.
 */
final class AndroidxSections {

    private static final Pattern TIMED = Pattern.compile("(.+)(?:Average|Min|Max)Ms");

    private AndroidxSections() {}

    static void add(Fields metrics, JsonNode json, ResultDraft draft) {
        var sections = new TreeSet<String>();
        for (var entry : json.properties()) {
            var timed = TIMED.matcher(entry.getKey());
            if (timed.matches()) {
                sections.add(timed.group(1));
            }
        }
        if (sections.size() != 1) {
            draft.label("sections_not_read", String.join(", ", sections));
            return;
        }
        var section = sections.first();
        draft.label("section", section)
                .derived(
                        "latency_mean_ms",
                        AndroidxFormat.mean(metrics.open(section + "AverageMs").numbers("runs")))
                .measured("latency_min_ms", metrics.open(section + "MinMs").number("minimum"))
                .measured("latency_max_ms", metrics.open(section + "MaxMs").number("maximum"));
    }
}
