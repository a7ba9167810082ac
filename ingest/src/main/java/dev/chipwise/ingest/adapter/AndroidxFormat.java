package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * AndroidX Benchmark's {@code *-benchmarkData.json}, micro and macro, since 1.0: one result per
 * benchmark. Times, power and energy are means of its runs.
 */
public final class AndroidxFormat implements Format {

    private static final String FILE_NAME = "-benchmarkdata.json";
    private static final double MICROS_PER_MILLI = 1e3;

    private final Catalog catalog;

    public AndroidxFormat(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "androidx";
    }

    @Override
    public String carries() {
        return "AndroidX Benchmark JSON: time of a micro benchmark or a trace section, total power"
                + " and energy; the device";
    }

    @Override
    public String lacks() {
        return "model, hardware type, runtime unless params, the time of measurement; percentiles,"
                + " memory";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(FILE_NAME)
                || (name.endsWith(".json")
                        && head.contains("\"context\"")
                        && head.contains("\"fingerprint\"")
                        && head.contains("\"cpuMaxFreqHz\""));
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        new HeadedJson(input, "benchmarks", "context")
                .forEach(
                        (where, json) ->
                                header ->
                                        to.accept(
                                                ResultDraft.parsed(
                                                        where,
                                                        input.context(),
                                                        () -> draft(json, header.path("context")))),
                        to);
    }

    private ResultDraft draft(JsonNode json, JsonNode contextJson) {
        var benchmark = Fields.open(json, "");
        var context = Fields.open(contextJson, "context");
        var draft = new ResultDraft(catalog);
        addSubject(benchmark, context.open("build"), draft.subject());
        var metrics = benchmark.open("metrics");
        addMicro(benchmark, metrics.open("timeNs"), draft);
        AndroidxSections.add(metrics, json.path("metrics"), draft);
        draft.derived("power_avg_mw", milli(metrics.open("powerTotalUw")))
                .derived("energy_total_mj", milli(metrics.open("energyTotalUws")));
        if (!draft.isMeasured()) {
            throw new UnreadableField(
                    Reason.MISSING_VALUE,
                    "metrics",
                    "has none that is known; known are timeNs, <section>AverageMs of one trace"
                            + " section, powerTotalUw and energyTotalUws");
        }
        return draft.label("cpu_locked", context.flag("cpuLocked"))
                .label("compilation_mode", context.text("compilationMode"))
                .label("sustained_performance", context.flag("sustainedPerformanceModeEnabled"))
                .label("throttle_sleep_s", benchmark.raw("thermalThrottleSleepSeconds"));
    }

    private static void addSubject(Fields benchmark, Fields build, SubjectDraft subject) {
        var name = benchmark.text("name");
        if (name == null) {
            throw new UnreadableField(Reason.MISSING_IDENTITY, "name", "is missing");
        }
        var type = benchmark.text("className");
        var sdk = build.open("version").longInteger("sdk");
        subject.benchmark(type == null ? name : type + "." + name, benchmark.texts("params"))
                .machine(null, build.text("brand"), build.text("model"))
                .os("android", sdk == null ? null : "SDK " + sdk);
    }

    /** A run of one iteration is a single time; of more it is their mean. */
    private static void addMicro(Fields benchmark, Fields time, ResultDraft draft) {
        var scale = TimeScale.NANOSECONDS;
        List<Double> runs = time.numbers("runs").stream().map(scale::toMs).toList();
        var each = benchmark.count("repeatIterations");
        boolean micro = !runs.isEmpty();
        draft.derived("latency_mean_ms", mean(runs))
                .protocol(
                        micro ? ResultDraft.times(runs.size(), each) : each,
                        benchmark.count("warmupIterations"),
                        scale.toMs(benchmark.number("totalRunTimeNs")),
                        null);
        if (micro && Integer.valueOf(1).equals(each)) {
            draft.measured("latency_min_ms", scale.toMs(time.number("minimum")))
                    .measured("latency_p50_ms", scale.toMs(time.number("median")))
                    .measured("latency_max_ms", scale.toMs(time.number("maximum")))
                    .rawLatenciesMs(runs);
        }
    }

    private static Double milli(Fields micros) {
        var mean = mean(micros.numbers("runs"));
        return mean == null ? null : Double.valueOf(mean / MICROS_PER_MILLI);
    }

    /** Null where there are no values. */
    static Double mean(List<Double> values) {
        double sum = 0;
        for (var value : values) {
            sum += value;
        }
        return values.isEmpty() ? null : Double.valueOf(sum / values.size());
    }
}
