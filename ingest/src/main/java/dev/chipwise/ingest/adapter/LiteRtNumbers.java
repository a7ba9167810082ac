package dev.chipwise.ingest.adapter;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The numbers of a {@code benchmark_model} run.
 *
 * @param statistics of the last {@code count=} line, in µs
 * @param timings of the line "Inference timings in us"
 * @param table of LiteRT's own tool, in ms and MB
 */
record LiteRtNumbers(
        Map<String, String> statistics, Map<String, String> timings, Map<String, String> table) {

    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?(?:[eE][+-]?\\d{1,3})?");

    /** In ms, from the most exact place that has it. */
    Double mean() {
        var average = statistic("avg");
        for (var name : new String[] {"Inference (avg)", "Inference", "no stats"}) {
            average = average == null ? number(timings, name) : average;
        }
        return average == null
                ? number(table, "Inference (avg)")
                : TimeScale.MICROSECONDS.toMs(average);
    }

    /** In µs; null where it is not logged. */
    Double statistic(String name) {
        return number(statistics, name);
    }

    /** In ms, from the line of timings, else from the table; null where neither has it. */
    Double timing(String name, String nameInTable) {
        var timing = number(timings, name);
        return timing == null ? number(table, nameInTable) : TimeScale.MICROSECONDS.toMs(timing);
    }

    /** In MB; null where it is not logged. */
    Double peak(String monitored) {
        return monitored == null
                ? number(table, "Peak memory")
                : number(Map.of("peak memory", monitored), "peak memory");
    }

    private static Double number(Map<String, String> from, String name) {
        var text = from.get(name);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new UnreadableField(name, "must be a number, not '" + text + "'");
        }
        return Double.valueOf(text);
    }
}
