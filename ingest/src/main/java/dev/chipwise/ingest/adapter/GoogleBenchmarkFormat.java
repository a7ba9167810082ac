package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Google Benchmark's JSON, since 1.4. Each repetition is a result; of a benchmark that only reports
 * aggregates the mean is. Context that was added by name says what a result is about.
 */
public final class GoogleBenchmarkFormat implements Format {

    private static final double BYTES_PER_MIB = 1 << 20;
    private final Catalog catalog;

    public GoogleBenchmarkFormat(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "google-benchmark";
    }

    @Override
    public String carries() {
        return "Google Benchmark JSON: mean time and items/s of each repetition, peak memory";
    }

    @Override
    public String lacks() {
        return "model, hardware, runtime; percentiles; before 1.5 the zone of the time";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json")
                && head.contains("\"context\"")
                && head.contains("\"num_cpus\"")
                && head.contains("\"mhz_per_cpu\"");
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        var runs = new GoogleBenchmarkRuns();
        new HeadedJson(input, "benchmarks", "context")
                .forEach(
                        (where, run) ->
                                header -> {
                                    if (runs.isResult(run)) {
                                        var repetition = runs.repetition(run);
                                        to.accept(
                                                ResultDraft.parsed(
                                                        where,
                                                        input.context(),
                                                        () ->
                                                                draft(
                                                                        run,
                                                                        header.path("context"),
                                                                        repetition)));
                                    }
                                },
                        to);
    }

    private ResultDraft draft(JsonNode json, JsonNode contextJson, long repetition) {
        var run = Fields.open(json, "");
        var context = Fields.open(contextJson, "context");
        var draft = new ResultDraft(catalog).at(context.text("date"));
        addSubject(run, context, draft);
        if (Boolean.TRUE.equals(run.flag("error_occurred"))) {
            return draft.ended(Outcome.Status.ERROR, "unknown", run.text("error_message"));
        }
        if (Boolean.TRUE.equals(run.flag("skipped"))) {
            return draft.ended(Outcome.Status.SKIPPED, null, run.text("skip_message"));
        }
        var time = run.number("real_time");
        if (time == null) {
            throw new UnreadableField(Reason.MISSING_VALUE, "real_time", "is missing");
        }
        var bytes = run.number("max_bytes_used");
        boolean mean = run.has("aggregate_name");
        return draft.measured("latency_mean_ms", scale(run).toMs(time))
                .measured("throughput_items_per_second", run.number("items_per_second"))
                .measured("memory_peak_mb", bytes == null ? null : bytes / BYTES_PER_MIB)
                .label("repetition", mean ? null : repetition)
                .label("repetitions", mean ? run.longInteger("repetitions") : null)
                .protocol(mean ? null : run.count("iterations"), null, null, null);
    }

    private static void addSubject(Fields run, Fields context, ResultDraft draft) {
        var subject = draft.subject();
        for (var field : SubjectField.values()) {
            subject.says(field, context.text(field.word()));
        }
        subject.says(SubjectField.TEST_CASE, run.text("run_name", run.text("name")))
                .threads(run.count("threads"));
        draft.label("host", context.text("host_name"))
                .label("library_build_type", context.text("library_build_type"))
                .label("library_version", context.text("library_version"))
                .label("note", run.text("label"));
    }

    private static TimeScale scale(Fields run) {
        var unit = run.text("time_unit", "ns");
        return TimeScale.of(unit)
                .orElseThrow(
                        () ->
                                new UnreadableField(
                                        "time_unit",
                                        "must be ns, us, ms or s, not '" + unit + "'"));
    }
}
