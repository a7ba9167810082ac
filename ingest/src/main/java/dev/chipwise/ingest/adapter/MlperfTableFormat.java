package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Catalog;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Result tables of MLPerf inference ({@code cm-result.json}), every round's shape: a list of rows,
 * in which the power of a run is a field or a row of its own. One file is in memory at a time.
 */
public final class MlperfTableFormat implements Format {

    static final String FILE_NAME = "cm-result.json";
    static final String REPEATED = "repeats an earlier row of the file exactly";

    private final MlperfTableEvents events;

    public MlperfTableFormat(Catalog catalog) {
        events = new MlperfTableEvents(catalog);
    }

    @Override
    public String id() {
        return "mlperf";
    }

    @Override
    public String carries() {
        return "MLPerf inference cm-result.json: throughput, or p90 or p99 latency; system power or"
                + " energy per query; accuracy";
    }

    @Override
    public String lacks() {
        return "other percentiles, memory, precision, batch size, the time of measurement";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(FILE_NAME)
                && head.contains("\"Scenario\"")
                && head.contains("\"Result\"");
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        var table = new MlperfTable();
        Set<JsonNode> seen = new HashSet<>();
        new OwnRecords(input)
                .forEach(
                        (where, json) -> {
                            if (seen.add(json)) {
                                take(where, json, table, to);
                            } else {
                                to.accept(new Parsed.LeftOut(where, REPEATED));
                            }
                        },
                        to);
        table.runs(to).forEach(run -> to.accept(event(run, input.context())));
    }

    private static void take(Where where, JsonNode json, MlperfTable table, Consumer<Parsed> to) {
        try {
            table.add(MlperfRow.of(where, json));
        } catch (UnreadableField unreadable) {
            to.accept(unreadable.at(where));
        }
    }

    private Parsed event(MlperfTable.Run run, ImportContext context) {
        try {
            return new Parsed.ParsedEvent(events.event(run, context), run.row().where());
        } catch (UnreadableField unreadable) {
            return unreadable.at(run.row().where());
        }
    }
}
