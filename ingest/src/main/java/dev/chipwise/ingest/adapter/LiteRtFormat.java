package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The log of TFLite's and LiteRT's {@code benchmark_model}, from the terminal or from logcat; one
 * result per run in it. Lines of others between its own are passed over.
 */
public final class LiteRtFormat implements Format {

    private static final String START = "STARTING!";
    private static final Pattern LOG = Pattern.compile("[^.]+|.*\\.(?i:log|txt|out)");

    private final Catalog catalog;

    public LiteRtFormat(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "litert";
    }

    @Override
    public String carries() {
        return "LiteRT and TFLite benchmark_model log: mean, min, max, deviation, load and first"
                + " run; median, p95 and peak memory where logged; failed runs";
    }

    @Override
    public String lacks() {
        return "model's name (the file's stands for it), hardware, precision, the time of"
                + " measurement; power";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        boolean isLog = LOG.matcher(fileName).matches();
        boolean starts = head.contains(START);
        return isLog
                && (head.contains("timings in us: ")
                        || (starts && head.contains("Log parameter values"))
                        || (starts && head.contains("Graph: [")));
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        var lines = new Lines(input.text());
        LiteRtRun run = null;
        for (var line = lines.next(); line != null; line = lines.next()) {
            boolean starts = line.contains(START) || (run != null && run.isNextRun(line));
            if (starts && run != null) {
                to.accept(parsed(run, input));
            }
            if (starts || (run == null && LiteRtRun.isPartOfOne(line))) {
                run = new LiteRtRun(Where.line(input.path(), lines.number()));
            }
            if (run != null) {
                run.read(line);
            }
        }
        to.accept(run == null ? noRun(input) : parsed(run, input));
    }

    private Parsed parsed(LiteRtRun run, Input input) {
        return ResultDraft.parsed(run.where(), input.context(), () -> run.draft(catalog));
    }

    private static Parsed noRun(Input input) {
        return new Parsed.Unreadable(
                Where.line(input.path(), 0),
                Reason.UNREADABLE,
                "has no run of benchmark_model in it; is it its log?");
    }
}
