package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/** Results of the MLPerf mobile app: {@code result.json}, one result per benchmark of a phone. */
public final class MlperfMobileFormat implements Format {

    static final String NO_PERFORMANCE = "has no performance run, only one for accuracy";

    private final MlperfMobileEvents events;

    public MlperfMobileFormat(Catalog catalog) {
        events = new MlperfMobileEvents(catalog);
    }

    @Override
    public String id() {
        return "mlperf-mobile";
    }

    @Override
    public String carries() {
        return "MLPerf mobile app result.json: throughput, mean and p90 latency, accuracy";
    }

    @Override
    public String lacks() {
        return "other percentiles, power, memory, temperature, precision, times with zone; Offline"
                + " has no latency";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json")
                && head.contains("\"benchmark_id\"")
                && head.contains("\"loadgen_scenario\"");
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        new OwnRecords(input)
                .forEach(
                        (where, json) -> {
                            var results = json.path("results");
                            if (!results.isArray()) {
                                to.accept(unreadable(where, "has no list of results"));
                            }
                            for (int i = 0; i < results.size(); i++) {
                                var place = new Where(where.path(), 0, "results[" + i + "]");
                                var phone = ForeignFields.of(json);
                                to.accept(parsed(place, phone, i, input));
                            }
                        },
                        to);
    }

    private Parsed parsed(Where where, ForeignFields phone, int index, Input input) {
        try {
            var result = phone.element("results", index);
            if (result.object("performance_run").isAbsent()) {
                return new Parsed.LeftOut(where, NO_PERFORMANCE);
            }
            return new Parsed.ParsedEvent(events.event(phone, result, input.context()), where);
        } catch (UnreadableField unreadable) {
            return unreadable.at(where);
        }
    }

    private static Parsed unreadable(Where where, String detail) {
        return new Parsed.Unreadable(where, Reason.UNREADABLE, detail);
    }
}
