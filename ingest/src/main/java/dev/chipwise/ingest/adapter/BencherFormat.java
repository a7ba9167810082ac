package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Bencher Metric Format: benchmarks by name, each with values by measure. Bencher's own latency and
 * throughput have its units; a measure named like a metric of the catalogue has the metric's.
 */
public final class BencherFormat implements Format {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Pattern LOOK =
            Pattern.compile(
                    "^\\s*\\{\\s*\"[^\"]*\"\\s*:\\s*\\{\\s*\"[^\"]+\"\\s*:\\s*\\{\\s*"
                            + "\"(value|lower_value|upper_value)\"\\s*:\\s*-?[0-9]");
    private static final Map<String, String> MEASURES =
            Map.of(
                    "latency", "latency_mean_ms",
                    "throughput", "throughput_items_per_second");

    private final Catalog catalog;

    public BencherFormat(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "bencher";
    }

    @Override
    public String carries() {
        return "Bencher Metric Format: latency (ns), throughput, and any metric by its own name";
    }

    @Override
    public String lacks() {
        return "model, hardware, runtime, the time of measurement; what its bounds mean";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json") && LOOK.matcher(head).find();
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        var lines = new Lines(input.text());
        lines.skipBlank();
        try (var parser = JSON.createParser(lines.rest())) {
            read(parser, lines.number(), input, to);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            to.accept(
                    unreadable(
                            input,
                            lines.number() + line,
                            "is not JSON: "
                                    + e.getOriginalMessage()
                                    + "; the rest of the file was not read"));
        }
    }

    private void read(JsonParser parser, int before, Input input, Consumer<Parsed> to)
            throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            to.accept(unreadable(input, before + 1, "must be a map of benchmarks by name"));
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            int line = before + parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            JsonNode measures = parser.readValueAsTree();
            var where = new Where(input.path(), line, name);
            to.accept(ResultDraft.parsed(where, input.context(), () -> draft(name, measures)));
        }
        int last = before + parser.currentTokenLocation().getLineNr();
        if (parser.nextToken() != null) {
            to.accept(unreadable(input, last, "goes on after its end"));
        }
    }

    private ResultDraft draft(String name, JsonNode measuresJson) {
        var measures = Fields.open(measuresJson, "");
        var draft = new ResultDraft(catalog);
        draft.subject().says(SubjectField.TEST_CASE, name);
        for (var measure : measuresJson.properties()) {
            var value = measures.open(measure.getKey()).number("value");
            if (value == null) {
                throw new UnreadableField(
                        Reason.MISSING_VALUE, measure.getKey() + ".value", "is missing");
            }
            add(measure.getKey(), value, draft);
        }
        if (!draft.isMeasured()) {
            throw new UnreadableField(
                    Reason.UNKNOWN_METRIC,
                    "",
                    "has no measure that is known; known are latency, throughput and the metrics of"
                            + " the catalogue by their ids");
        }
        return draft;
    }

    private void add(String measure, double value, ResultDraft draft) {
        var metric = MEASURES.getOrDefault(measure.toLowerCase(Locale.ROOT), measure);
        if (metric.equals("latency_mean_ms") && !measure.equals(metric)) {
            draft.measured(metric, TimeScale.NANOSECONDS.toMs(value));
        } else if (catalog.metric(metric).isPresent()) {
            draft.measured(metric, value);
        } else {
            draft.label("measure_" + measure, value);
        }
    }

    private static Parsed unreadable(Input input, int line, String detail) {
        return new Parsed.Unreadable(Where.line(input.path(), line), Reason.UNREADABLE, detail);
    }
}
