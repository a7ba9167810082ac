package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * hyperfine's JSON ({@code --export-json}): one result per command, in seconds of the whole
 * command. A command that failed once has no speed.
 */
public final class HyperfineFormat implements Format {

    private static final Pattern LOOK =
            Pattern.compile("^\\s*\\{\\s*\"results\"\\s*:\\s*\\[\\s*\\{\\s*\"command\"\\s*:");
    private static final double BYTES_PER_MIB = 1 << 20;

    private final Catalog catalog;

    public HyperfineFormat(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "hyperfine";
    }

    @Override
    public String carries() {
        return "hyperfine JSON: mean, min, median, max, deviation and single times of a command;"
                + " peak memory; failed commands";
    }

    @Override
    public String lacks() {
        return "model, hardware, runtime unless parameters, the time of measurement; tail"
                + " percentiles";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json") && LOOK.matcher(head).find();
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        new HeadedJson(input, "results")
                .forEach(
                        (where, json) ->
                                header ->
                                        to.accept(
                                                ResultDraft.parsed(
                                                        where, input.context(), () -> draft(json))),
                        to);
    }

    private ResultDraft draft(JsonNode json) {
        var result = Fields.open(json, "");
        var command = result.text("command");
        if (command == null) {
            throw new UnreadableField(Reason.MISSING_IDENTITY, "command", "is missing");
        }
        var draft = new ResultDraft(catalog);
        draft.subject().says(SubjectField.TEST_CASE, command).saysAll(result.texts("parameters"));
        return failures(json, draft) ? draft : measured(result, draft);
    }

    private static ResultDraft measured(Fields result, ResultDraft draft) {
        var seconds = TimeScale.SECONDS;
        var times = result.numbers("times").stream().map(seconds::toMs).toList();
        var mean = result.number("mean");
        if (mean == null) {
            throw new UnreadableField(Reason.MISSING_VALUE, "mean", "is missing");
        }
        var peak = result.numbers("memory_usage_byte").stream().max(Double::compare);
        return draft.measured("latency_mean_ms", seconds.toMs(mean))
                .measured("latency_stddev_ms", seconds.toMs(result.number("stddev")))
                .measured("latency_min_ms", seconds.toMs(result.number("min")))
                .measured("latency_p50_ms", seconds.toMs(result.number("median")))
                .measured("latency_max_ms", seconds.toMs(result.number("max")))
                .measured("memory_peak_mb", peak.map(bytes -> bytes / BYTES_PER_MIB).orElse(null))
                .rawLatenciesMs(times)
                .protocol(times.isEmpty() ? null : times.size(), null, null, null);
    }

    /** An exit code of null is a command that a signal ended. */
    private static boolean failures(JsonNode result, ResultDraft draft) {
        var codes = result.path("exit_codes");
        int failed = 0;
        String last = null;
        for (var code : codes) {
            if (code.isNull() || code.asInt() != 0) {
                failed++;
                last = code.isNull() ? "a signal" : "exit code " + code.asText();
            }
        }
        if (failed > 0) {
            boolean signal = "a signal".equals(last);
            draft.ended(
                    Outcome.Status.FAILED,
                    signal ? "crash" : "unknown",
                    failed + " of " + codes.size() + " runs ended with " + last);
        }
        return failed > 0;
    }
}
