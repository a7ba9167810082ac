package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A battery's readings over time as CSV, by any tool that names its columns. Each stretch of
 * discharge without a gap is a result; sign and unit of the current are learnt from the charge
 * counter. One file is in memory at a time.
 */
public final class BatteryCsvFormat implements Format {

    static final String TOO_SHORT = "is a stretch of less than a minute off the charger";

    private static final double SHORTEST_MS = 60_000;

    /**
     * Each reading is a snapshot of a moment. Against the charge counter of a recorded log, the
     * charge that two to four of them told of was wrong by a factor of 5 and more in one case of
     * ten (two: 9), that of five and more by a factor of 2.
     */
    private static final int FEWEST_READINGS = 5;

    static final String TOO_FEW =
            "is a stretch of fewer than " + FEWEST_READINGS + " readings off the charger";

    private final Catalog catalog;
    private final BatteryEvents events;

    public BatteryCsvFormat(Catalog catalog) {
        this.catalog = catalog;
        this.events = new BatteryEvents(catalog);
    }

    @Override
    public String id() {
        return "battery-csv";
    }

    @Override
    public String carries() {
        return "battery logs as CSV with time, voltage, current and charge counter: energy, power,"
                + " level, temperature";
    }

    @Override
    public String lacks() {
        return "model, hardware and inferences, which --map says, or <log>.subject.json beside it;"
                + " idle power; latency";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".csv")
                && BatteryColumns.of(CsvText.header(head)).areOfABattery();
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        try {
            var csv = new CsvText(input.text());
            var header = csv.next();
            var columns = BatteryColumns.of(header == null ? List.of() : header);
            columns.require();
            var about = BatterySubject.of(input, catalog);
            var readings = BatterySeries.read(csv, columns, input, to);
            var scale = BatteryScale.of(readings, columns);
            var stretches = BatteryStretch.split(readings, scale);
            requireOneRun(stretches, about);
            stretches.forEach(stretch -> to.accept(parsed(stretch, about, input)));
        } catch (UnreadableField unreadable) {
            to.accept(unreadable.at(Where.line(input.path(), 1)));
        } catch (UnreadableNeighbour unreadable) {
            to.accept(unreadable.record());
        }
    }

    private Parsed parsed(BatteryStretch stretch, BatterySubject about, Input input) {
        var where = Where.line(input.path(), stretch.first().line());
        var until = " until line " + stretch.last().line();
        if (stretch.charging()) {
            return new Parsed.Unreadable(
                    where, Reason.CHARGING, "the charger was connected" + until + "; unplug it");
        }
        if (stretch.durationMs() < SHORTEST_MS) {
            return new Parsed.LeftOut(where, TOO_SHORT);
        }
        if (stretch.readings().size() < FEWEST_READINGS) {
            return new Parsed.LeftOut(where, TOO_FEW);
        }
        double energy = stretch.energyMj();
        if (energy <= 0) {
            return new Parsed.Unreadable(
                    where, Reason.CHARGING, "the battery gained energy" + until + "; unplug it");
        }
        return new Parsed.ParsedEvent(events.event(stretch, energy, about, input.context()), where);
    }

    private static void requireOneRun(List<BatteryStretch> stretches, BatterySubject about) {
        long runs = stretches.stream().filter(stretch -> !stretch.charging()).count();
        if (about.inferences() != null && runs > 1) {
            throw new UnreadableField(
                    Reason.OUT_OF_RANGE,
                    "",
                    "has "
                            + runs
                            + " stretches off the charger, but inferences were counted for one"
                            + " run; cut the log to it");
        }
    }
}
