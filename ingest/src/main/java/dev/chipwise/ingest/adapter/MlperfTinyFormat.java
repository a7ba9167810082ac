package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Results of MLPerf tiny: a round's {@code summary.csv} or {@code cm-result.json}. A folder that is
 * named like a round ({@code v1.2}) is the round of a table that does not say it.
 */
public final class MlperfTinyFormat implements Format {

    private static final Pattern ROUND = Pattern.compile("v\\d+(\\.\\d+)+");
    private static final Set<String> COLUMNS =
            Set.of("BoardName", "SystemDesc", "Model", "Result", "ResultUnit", "HasPower", "Power");

    private final MlperfTinyEvents events;

    public MlperfTinyFormat(Catalog catalog) {
        events = new MlperfTinyEvents(catalog);
    }

    @Override
    public String id() {
        return "mlperf-tiny";
    }

    @Override
    public String carries() {
        return "MLPerf tiny summary.csv and cm-result.json: throughput, energy per inference,"
                + " accuracy";
    }

    @Override
    public String lacks() {
        return "latency, percentiles, memory, the time of measurement; precision but in names";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".csv")
                ? CsvText.header(head).containsAll(COLUMNS)
                : name.endsWith(MlperfTableFormat.FILE_NAME)
                        && head.contains("\"Benchmark\"")
                        && head.contains("\"Board Name\"");
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        Set<JsonNode> seen = new HashSet<>();
        if (!input.fileName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            new OwnRecords(input)
                    .forEach((where, json) -> to.accept(parsed(where, json, seen, input)), to);
            return;
        }
        var csv = new CsvText(input.text());
        var columns = csv.next();
        if (columns == null || !columns.containsAll(COLUMNS)) {
            to.accept(unreadable(input, 1, "must have the columns " + sorted(COLUMNS)));
            return;
        }
        for (var row = csv.next(); row != null; row = csv.next()) {
            var where = Where.line(input.path(), csv.line());
            to.accept(
                    row.size() == columns.size()
                            ? parsed(where, object(columns, row), seen, input)
                            : unreadable(
                                    input,
                                    csv.line(),
                                    "has " + row.size() + " cells, not " + columns.size()));
        }
    }

    private Parsed parsed(Where where, JsonNode json, Set<JsonNode> seen, Input input) {
        if (!seen.add(json)) {
            return new Parsed.LeftOut(where, MlperfTableFormat.REPEATED);
        }
        try {
            return new Parsed.ParsedEvent(
                    events.event(ForeignFields.of(json), context(input)), where);
        } catch (UnreadableField unreadable) {
            return unreadable.at(where);
        }
    }

    private static ImportContext context(Input input) {
        var context = input.context();
        return context.versionTag() == null && ROUND.matcher(input.folder()).matches()
                ? new ImportContext(input.folder(), context.occurredAt(), context.source())
                : context;
    }

    private static JsonNode object(List<String> columns, List<String> row) {
        var object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.get(i));
        }
        return object;
    }

    private static Parsed unreadable(Input input, int line, String detail) {
        return new Parsed.Unreadable(Where.line(input.path(), line), Reason.UNREADABLE, detail);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
