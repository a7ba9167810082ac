package dev.chipwise.ingest.adapter;

import java.util.List;

/** The latencies of a load generator's summary, which writes them in nanoseconds. */
final class MlperfLatencies {

    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * A line of the summary.
     *
     * @param metric null where the catalogue has no such percentile
     */
    private record Line(String name, String metric, String label) {}

    private static final List<Line> LINES =
            List.of(
                    new Line("Min latency (ns)", "latency_min_ms", "min"),
                    new Line("Mean latency (ns)", "latency_mean_ms", "mean"),
                    new Line("Max latency (ns)", "latency_max_ms", "max"),
                    new Line("50.00 percentile latency (ns)", "latency_p50_ms", "p50"),
                    new Line("90.00 percentile latency (ns)", "latency_p90_ms", "p90"),
                    new Line("95.00 percentile latency (ns)", "latency_p95_ms", "p95"),
                    new Line("97.00 percentile latency (ns)", null, "p97"),
                    new Line("99.00 percentile latency (ns)", "latency_p99_ms", "p99"),
                    new Line("99.90 percentile latency (ns)", null, "p99_9"));

    private static final String FIRST_TOKEN = "Mean First Token latency (ns)";

    private MlperfLatencies() {}

    /**
     * Adds what the run measured. In the scenario Offline every sample waits in one big query, so
     * those times are no latencies: they become labels.
     */
    static void add(MlperfSummary summary, boolean offline, MetricValues metrics, Labels labels) {
        for (var line : LINES) {
            double nanos = summary.requiredNumber(line.name());
            if (offline) {
                labels.put("wait_" + line.label() + "_ns", summary.required(line.name()));
            } else if (line.metric() == null) {
                labels.put("latency_" + line.label() + "_ns", summary.required(line.name()));
            } else {
                metrics.measured(line.metric(), nanos / NANOS_PER_MILLI);
            }
        }
        var firstToken = summary.number(FIRST_TOKEN);
        if (firstToken != null && !offline) {
            metrics.measured("time_to_first_token_ms", firstToken / NANOS_PER_MILLI);
        }
    }
}
