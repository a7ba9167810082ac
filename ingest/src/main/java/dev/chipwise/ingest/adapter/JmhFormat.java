package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * JMH's JSON ({@code -rf json}): one result per benchmark and mode. Only the mode that samples
 * single operations has percentiles of them; in the others they are of whole iterations.
 */
public final class JmhFormat implements Format {

    private static final Pattern LOOK =
            Pattern.compile("^\\s*\\[\\s*\\{.*\"benchmark\"\\s*:.*\"mode\"\\s*:", Pattern.DOTALL);
    private static final Map<String, String> PERCENTILES =
            Map.of(
                    "0.0", "latency_min_ms",
                    "50.0", "latency_p50_ms",
                    "90.0", "latency_p90_ms",
                    "95.0", "latency_p95_ms",
                    "99.0", "latency_p99_ms",
                    "100.0", "latency_max_ms");

    private final Catalog catalog;

    public JmhFormat(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "jmh";
    }

    @Override
    public String carries() {
        return "JMH JSON: mean time or operations/s; percentiles in sample mode";
    }

    @Override
    public String lacks() {
        return "model, hardware, runtime, the time of measurement; percentiles in other modes";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json") && LOOK.matcher(head).find();
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        new OwnRecords(input).forEachDraft(this::draft, to);
    }

    private ResultDraft draft(JsonNode json) {
        var run = Fields.open(json, "");
        var metric = run.open("primaryMetric");
        var draft = new ResultDraft(catalog);
        var benchmark = run.text("benchmark");
        if (benchmark == null) {
            throw new UnreadableField(Reason.MISSING_IDENTITY, "benchmark", "is missing");
        }
        draft.subject().benchmark(benchmark, run.texts("params")).threads(run.count("threads"));
        addScore(run, metric, draft);
        return draft.label("jmh_version", run.text("jmhVersion"))
                .label("jdk_version", run.text("jdkVersion"))
                .label("vm_name", run.text("vmName"))
                .label("vm_version", run.text("vmVersion"))
                .label("mode", run.text("mode"))
                .protocol(iterations(run), run.count("warmupIterations"), null, null);
    }

    private static void addScore(Fields run, Fields metric, ResultDraft draft) {
        var mode = run.text("mode", "");
        var unit = metric.text("scoreUnit", "");
        var score = metric.number("score");
        if (score == null) {
            throw new UnreadableField(Reason.MISSING_VALUE, "primaryMetric.score", "is missing");
        }
        switch (mode) {
            case "thrpt" ->
                    draft.measured(
                            "throughput_items_per_second",
                            scale(unit.replaceFirst("^ops/", ""), unit).perSecond(score));
            case "avgt" -> draft.measured("latency_mean_ms", perOperation(unit).toMs(score));
            case "sample" -> {
                draft.measured("latency_mean_ms", perOperation(unit).toMs(score));
                addPercentiles(metric.open("scorePercentiles"), perOperation(unit), draft);
            }
            case "ss" -> draft.measured(singleShot(run), perOperation(unit).toMs(score));
            default ->
                    throw new UnreadableField(
                            "mode", "must be thrpt, avgt, sample or ss, not '" + mode + "'");
        }
    }

    private static void addPercentiles(Fields percentiles, TimeScale scale, ResultDraft draft) {
        PERCENTILES.forEach(
                (name, metric) -> draft.measured(metric, scale.toMs(percentiles.number(name))));
    }

    /** One shot in a fresh process is its first run; others are of processes already warm. */
    private static String singleShot(Fields run) {
        boolean first =
                Integer.valueOf(0).equals(run.count("warmupIterations"))
                        && Integer.valueOf(1).equals(run.count("measurementIterations"));
        return first ? "first_run_ms" : "latency_mean_ms";
    }

    private static TimeScale perOperation(String unit) {
        return scale(unit.replaceFirst("/op$", ""), unit);
    }

    private static TimeScale scale(String word, String unit) {
        return TimeScale.of(word)
                .orElseThrow(
                        () ->
                                new UnreadableField(
                                        "primaryMetric.scoreUnit",
                                        "must be a time per op or ops per time, not '"
                                                + unit
                                                + "'"));
    }

    /** No fork means that it ran once, in the process of JMH itself. */
    private static Integer iterations(Fields run) {
        var forks = run.count("forks");
        return ResultDraft.times(
                forks == null ? null : Integer.valueOf(Math.max(1, forks)),
                run.count("measurementIterations"));
    }
}
