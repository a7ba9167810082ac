package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One run of {@code benchmark_model}, gathered from the lines of its log. */
final class LiteRtRun {

    private static final Pattern SETTING =
            Pattern.compile("(Graph|Num threads|Input shapes): \\[(.*)]");
    private static final Pattern COUNT = Pattern.compile("\\bcount=(\\d+)");
    private static final Pattern STATISTIC = Pattern.compile("\\b([a-z]+[0-9]*)=(\\S+)");
    private static final Pattern TIMINGS = Pattern.compile("nference timings in us: (.*)");
    private static final Pattern TIMING = Pattern.compile("([A-Za-z][A-Za-z() ]*): ([^,\\s]+)");

    /** The table of LiteRT's own tool, since 2025; times in it have two decimals of a ms. */
    private static final Pattern TABLE =
            Pattern.compile(
                    "(Model initialization|Warmup \\(first\\)|Inference \\(\\w+\\)|Peak memory):"
                            + "\\s+(\\S+) (?:ms|MB)");

    private static final Pattern PEAK =
            Pattern.compile("peak memory footprint \\(MB\\) via periodic monitoring: (\\S+)");
    private static final Pattern APPLIED =
            Pattern.compile("(?:Explicitly applied|Failed to apply) (\\S+) delegate");
    private static final Pattern UNUSED = Pattern.compile("Though (\\S+) delegate is");
    private static final Pattern DEFAULT = Pattern.compile("Lite (XNNPACK) delegate for CPU");
    private static final Pattern COMPLETE = Pattern.compile("will be (completely|partially)");

    /** What a line says of a failure begins with one of these. */
    private static final List<String> ERRORS =
            List.of(
                    "Failed to ",
                    "Encountered unresolved custom op",
                    "Didn't find op",
                    "Disallowed CPU fallback",
                    "Benchmarking failed");

    private static final String LAST_WORD = "Benchmarking failed";

    /** No line of the tool is longer; what is behind it is not read. */
    private static final int LONGEST_LINE = 2048;

    private final Where where;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> timings = new TreeMap<>();
    private final Map<String, String> table = new HashMap<>();
    private Map<String, String> warmup = Map.of();
    private Map<String, String> inference = Map.of();
    private String error;
    private boolean failed;

    LiteRtRun(Where where) {
        this.where = where;
    }

    /** Where its log begins. */
    Where where() {
        return where;
    }

    /** Whether a line can only be of a run, also where the beginning was cut off. */
    static boolean isPartOfOne(String line) {
        return COUNT.matcher(line).find()
                || TIMINGS.matcher(line).find()
                || SETTING.matcher(line).find();
    }

    /** Whether a line is the beginning of another run, in logs that only have the results. */
    boolean isNextRun(String line) {
        return !timings.isEmpty() && (COUNT.matcher(line).find() || TIMINGS.matcher(line).find());
    }

    void read(String whole) {
        var line = whole.substring(0, Math.min(whole.length(), LONGEST_LINE));
        keep("delegate", APPLIED, line);
        keep("default_delegate", DEFAULT, line);
        keep("delegation", COMPLETE, line);
        keep("unused_delegate", UNUSED, line);
        keep("peak", PEAK, line);
        readPairs(SETTING, line, words);
        readPairs(TABLE, line, table);
        var found = TIMINGS.matcher(line);
        if (found.find()) {
            readPairs(TIMING, found.group(1), timings);
        } else if (COUNT.matcher(line).find()) {
            warmup = inference;
            inference = new HashMap<>();
            readPairs(STATISTIC, line, inference);
        } else {
            readError(line);
        }
    }

    private void readError(String line) {
        for (var beginning : ERRORS) {
            int at = line.indexOf(beginning);
            boolean last = beginning.equals(LAST_WORD);
            if (at >= 0 && error == null && !last) {
                error = line.substring(at).strip();
            }
            failed |= at >= 0 && last;
        }
    }

    ResultDraft draft(Catalog catalog) {
        var draft = new ResultDraft(catalog);
        var delegate = words.getOrDefault("delegate", words.get("default_delegate"));
        draft.subject()
                .modelFile(LiteRtWords.name(words.get("Graph")))
                .runtime("tflite", null)
                .delegate(delegate)
                .inputShape(LiteRtWords.shape(words.get("Input shapes")))
                .threads(LiteRtWords.count(words.get("Num threads")));
        draft.label("model_file", words.get("Graph"))
                .label("delegation", words.get("delegation"))
                .label("unused_delegate", words.get("unused_delegate"));
        if (failed) {
            return draft.ended(
                    Outcome.Status.FAILED,
                    LiteRtWords.failureClass(error),
                    error == null ? LAST_WORD : error);
        }
        if (timings.isEmpty() && !table.containsKey("Inference (avg)")) {
            throw new UnreadableField(
                    Reason.MISSING_VALUE,
                    "Inference timings",
                    "is missing; the log ends before it, or the run crashed");
        }
        return measured(draft);
    }

    private ResultDraft measured(ResultDraft draft) {
        var us = TimeScale.MICROSECONDS;
        var numbers = new LiteRtNumbers(inference, timings, table);
        return draft.measured("latency_mean_ms", numbers.mean())
                .measured("latency_min_ms", us.toMs(numbers.statistic("min")))
                .measured("latency_max_ms", us.toMs(numbers.statistic("max")))
                .measured("latency_stddev_ms", us.toMs(numbers.statistic("std")))
                .measured("latency_p50_ms", us.toMs(numbers.statistic("median")))
                .measured("latency_p95_ms", us.toMs(numbers.statistic("p95")))
                .measured("load_ms", numbers.timing("Init", "Model initialization"))
                .measured("first_run_ms", numbers.timing("First inference", "Warmup (first)"))
                .measured("memory_peak_mb", numbers.peak(words.get("peak")))
                .protocol(
                        LiteRtWords.count(inference.get("count")),
                        LiteRtWords.count(warmup.get("count")),
                        null,
                        null);
    }

    private void keep(String word, Pattern pattern, String line) {
        var found = pattern.matcher(line);
        if (found.find()) {
            words.put(word, found.group(1));
        }
    }

    private static void readPairs(Pattern pattern, String line, Map<String, String> into) {
        var found = pattern.matcher(line);
        while (found.find()) {
            into.put(found.group(1), found.group(2));
        }
    }
}
