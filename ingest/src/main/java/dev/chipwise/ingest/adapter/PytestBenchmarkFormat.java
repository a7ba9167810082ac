package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * pytest-benchmark's JSON, since 3.0: one result per benchmark. A round of several iterations is a
 * mean already, so only the mean of rounds is kept then.
 */
public final class PytestBenchmarkFormat implements Format {

    private static final String STATS = "stats";
    private static final String DATA = "data";
    private static final String TIME = "datetime";

    private final Catalog catalog;

    public PytestBenchmarkFormat(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "pytest-benchmark";
    }

    @Override
    public String carries() {
        return "pytest-benchmark JSON: mean time; min, median, max, deviation where a round is one"
                + " call; single times where saved";
    }

    @Override
    public String lacks() {
        return "model, hardware, runtime unless in params or extra_info; tail percentiles";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json")
                && head.contains("\"machine_info\"")
                && head.contains("\"python_implementation\"");
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        new HeadedJson(input, "benchmarks", TIME, "version")
                .forEach(
                        (where, json) -> {
                            var benchmark = withoutLongData(json);
                            return header ->
                                    to.accept(
                                            ResultDraft.parsed(
                                                    where,
                                                    input.context(),
                                                    () -> draft(benchmark, header)));
                        },
                        to);
    }

    /** What is too long to keep does not wait in memory for the time, which comes at the end. */
    private static JsonNode withoutLongData(JsonNode benchmark) {
        if (benchmark.path(STATS) instanceof ObjectNode stats
                && stats.path(DATA).size() > ResultDraft.MOST_RAW_VALUES) {
            stats.remove(DATA);
        }
        return benchmark;
    }

    private ResultDraft draft(JsonNode json, JsonNode headerJson) {
        var benchmark = Fields.open(json, "");
        var header = Fields.open(headerJson, "");
        var machine = header.open("machine_info");
        var draft = new ResultDraft(catalog).at(inUtc(header.text(TIME)));
        addSubject(benchmark, draft);
        addStats(benchmark.open(STATS), draft);
        return draft.label("group", benchmark.text("group"))
                .label("cpu", cpu(machine))
                .label("python_version", machine.text("python_version"))
                .label("tool_version", header.text("version"))
                .label("commit", header.open("commit_info").text("id"));
    }

    private static void addSubject(Fields benchmark, ResultDraft draft) {
        var subject = draft.subject();
        var name = benchmark.text("fullname", benchmark.text("name"));
        if (name == null) {
            throw new UnreadableField(Reason.MISSING_IDENTITY, "name", "is missing");
        }
        subject.saysAll(benchmark.texts("extra_info"));
        subject.benchmark(name, benchmark.texts("params"));
    }

    private static void addStats(Fields stats, ResultDraft draft) {
        var seconds = TimeScale.SECONDS;
        var mean = stats.number("mean");
        if (mean == null) {
            throw new UnreadableField(Reason.MISSING_VALUE, stats.pathOf("mean"), "is missing");
        }
        var iterations = stats.count("iterations");
        var count = stats.count("rounds");
        draft.measured("latency_mean_ms", seconds.toMs(mean))
                .protocol(
                        ResultDraft.times(count, iterations),
                        null,
                        seconds.toMs(stats.number("total")),
                        null);
        if (!Integer.valueOf(1).equals(iterations)) {
            return;
        }
        draft.measured("latency_min_ms", seconds.toMs(stats.number("min")))
                .measured("latency_p50_ms", seconds.toMs(stats.number("median")))
                .measured("latency_max_ms", seconds.toMs(stats.number("max")))
                .rawLatenciesMs(stats.numbers(DATA).stream().map(seconds::toMs).toList());
        if (count != null && count > 1) {
            draft.measured("latency_stddev_ms", seconds.toMs(stats.number("stddev")));
        }
    }

    /** Before 5.0 the time is in UTC without saying so. */
    private static String inUtc(String time) {
        return time != null && time.matches("[^Zz+]*T[^Zz+-]*") ? time + "Z" : time;
    }

    private static String cpu(Fields machine) {
        var cpu = machine.raw("cpu");
        return cpu == null ? null : cpu.path("brand_raw").asText(cpu.path("brand").asText(null));
    }
}
