package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A run's {@code mlperf_log_summary.txt} in its submission, with the system's description and,
 * where power was measured, the detailed log and the meter's {@code spl.txt} beside it.
 */
public final class MlperfLoadgenFormat implements Format {

    static final String ACCURACY_RUN = "is an accuracy run, which measures no speed";

    private static final String FILE_NAME = "mlperf_log_summary.txt";
    private static final JsonMapper JSON = new JsonMapper();

    private final MlperfLoadgenEvents events;

    public MlperfLoadgenFormat(Catalog catalog) {
        events = new MlperfLoadgenEvents(catalog);
    }

    @Override
    public String id() {
        return "mlperf-loadgen";
    }

    @Override
    public String carries() {
        return "MLPerf load generator logs in a submission: throughput, latency percentiles, time to"
                + " first token; power and energy from the meter's log";
    }

    @Override
    public String lacks() {
        return "accuracy, memory, precision, the round, times with zone; Offline has no latency";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).equals(FILE_NAME)
                || head.lines().limit(3).anyMatch(MlperfSummary.TITLE::equals);
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        var summary = MlperfSummary.read(input.text());
        try {
            to.accept(parsed(summary, input));
        } catch (UnreadableField unreadable) {
            int line = summary.line(unreadable.field());
            to.accept(unreadable.at(Where.line(input.path(), line)));
        } catch (UnreadableNeighbour unreadable) {
            to.accept(unreadable.record());
        }
    }

    private Parsed parsed(MlperfSummary summary, Input input) throws IOException {
        if (!summary.isTitled()) {
            throw new UnreadableField("", "has no title '" + MlperfSummary.TITLE + "'");
        }
        var where = Where.line(input.path(), 1);
        if (summary.required("Mode").equals("AccuracyOnly")) {
            return new Parsed.LeftOut(where, ACCURACY_RUN);
        }
        var place = MlperfPlace.of(input.surroundings().folders());
        var system = system(place, input);
        var power = power(input);
        return new Parsed.ParsedEvent(
                events.event(summary, place, system, power, input.context()), where);
    }

    private static ForeignFields system(MlperfPlace place, Input input) throws IOException {
        var name = input.neighbour(place.systemFile());
        try (var text = input.surroundings().open(place.systemFile()).orElse(null)) {
            if (text == null) {
                throw new UnreadableNeighbour(
                        Where.line(name, 0),
                        Reason.MISSING_IDENTITY,
                        "is not there; it says what the system is");
            }
            var json = JSON.readTree(text);
            if (!json.isObject()) {
                throw new UnreadableNeighbour(
                        Where.line(name, 1), Reason.UNREADABLE, "must be a JSON object");
            }
            return ForeignFields.of(json);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnreadableNeighbour(
                    Where.line(name, Math.max(line, 0)),
                    Reason.UNREADABLE,
                    "is not JSON: " + e.getOriginalMessage());
        }
    }

    /** The power of the run, or null where none was measured. */
    private static MlperfPowerLog power(Input input) throws IOException {
        try (var meter = input.surroundings().open(MlperfPowerLog.FILE_NAME).orElse(null)) {
            var run = meter == null ? null : run(input);
            return run == null ? null : MlperfPowerLog.read(meter, run);
        } catch (UnreadableLine unreadable) {
            throw new UnreadableNeighbour(unreadable.in(input.neighbour(MlperfPowerLog.FILE_NAME)));
        }
    }

    private static MlperfRunLog run(Input input) throws IOException {
        var name = input.neighbour(MlperfRunLog.FILE_NAME);
        try (var text = input.surroundings().open(MlperfRunLog.FILE_NAME).orElse(null)) {
            var run = text == null ? null : MlperfRunLog.read(text);
            if (run == null) {
                throw new UnreadableNeighbour(
                        Where.line(name, 0),
                        Reason.MISSING_VALUE,
                        "must say power_begin and power_end, since there is a "
                                + MlperfPowerLog.FILE_NAME);
            }
            return run;
        } catch (UnreadableLine unreadable) {
            throw new UnreadableNeighbour(unreadable.in(name));
        }
    }
}
