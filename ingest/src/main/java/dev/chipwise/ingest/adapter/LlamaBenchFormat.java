package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * llama-bench's JSON and JSONL, every version of them: one result per test. The test case is what
 * llama-bench calls it: {@code pp512}, {@code tg128}, {@code pp512+tg128}, with {@code @ d512}.
 */
public final class LlamaBenchFormat implements Format {

    private static final String RUNTIME = "llama.cpp";
    private static final String TOKENS = "tokens";
    private static final double MILLION = 1e6;

    private final Catalog catalog;

    public LlamaBenchFormat(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "llama-bench";
    }

    @Override
    public String carries() {
        return "llama-bench JSON and JSONL: tokens/s, time, deviation and single times of a test;"
                + " hardware on CPU, CUDA, ROCm and Metal";
    }

    @Override
    public String lacks() {
        return "model's name (the file's stands for it); hardware on other backends; percentiles,"
                + " memory, power";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return (name.endsWith(".json") || OwnRecords.isLines(name))
                && head.contains("\"build_commit\"")
                && head.contains("\"model_filename\"");
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        new OwnRecords(input).forEachDraft(this::draft, to);
    }

    private ResultDraft draft(JsonNode json) {
        var test = Fields.open(json, "");
        var draft = new ResultDraft(catalog).at(test.text("test_time"));
        addModel(test, draft.subject());
        LlamaBenchMachine.add(test, draft);
        draft.subject()
                .says(SubjectField.TEST_CASE, testCase(test))
                .runtime(RUNTIME, version(test))
                .threads(test.count("n_threads"));
        addTimes(test, draft);
        return draft.label("cpu", test.text("cpu_info"))
                .label("gpu", test.text("gpu_info"))
                .label("model_file", test.text("model_filename"))
                .label("model_type", test.text("model_type"));
    }

    private static void addModel(Fields test, SubjectDraft subject) {
        var model = new LlamaModel(test.text("model_type", ""), test.text("model_filename", ""));
        var parameters = test.number("model_n_params");
        subject.modelFile(model.name())
                .model(model.family(), parameters == null ? null : parameters / MILLION)
                .quantization(model.quantization())
                .says(SubjectField.PRECISION, model.precision());
    }

    private static String testCase(Fields test) {
        var prompt = positive(test, "n_prompt", "pp");
        var generated = positive(test, "n_gen", "tg");
        if (prompt.isEmpty() && generated.isEmpty()) {
            throw new UnreadableField(
                    Reason.MISSING_VALUE, "n_prompt", "is missing or 0, and so is n_gen");
        }
        var plus = prompt.isEmpty() || generated.isEmpty() ? "" : "+";
        return prompt + plus + generated + positive(test, "n_depth", " @ d");
    }

    private static String positive(Fields test, String name, String prefix) {
        var value = test.longInteger(name);
        return value == null || value == 0 ? "" : prefix + value;
    }

    private static String version(Fields test) {
        var number = test.longInteger("build_number");
        var commit = test.text("build_commit");
        return number == null || number == 0 ? commit : "b" + number + "-" + commit;
    }

    /** A deviation of one sample is 0, which is to say that there is none. */
    private static void addTimes(Fields test, ResultDraft draft) {
        var scale = TimeScale.NANOSECONDS;
        List<Double> samples = test.numbers("samples_ns").stream().map(scale::toMs).toList();
        draft.measured("latency_mean_ms", scale.toMs(test.number("avg_ns")))
                .measured("throughput_items_per_second", test.number("avg_ts"))
                .rawLatenciesMs(samples)
                .protocol(samples.isEmpty() ? null : samples.size(), null, null, TOKENS);
        if (samples.size() > 1) {
            draft.measured("latency_stddev_ms", scale.toMs(test.number("stddev_ns")));
        }
    }
}
