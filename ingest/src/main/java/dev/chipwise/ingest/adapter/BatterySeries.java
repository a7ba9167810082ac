package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the rows of a battery log in order of time. A bad row is reported and ends a stretch. */
final class BatterySeries {

    static final String NOTHING_READ = "has no time, voltage or current";

    private static final int MOST_READINGS = 1_000_000;
    private static final Set<String> NO = Set.of("0", "0.0", "false", "no", "discharging");

    private final Input input;
    private final BatteryColumns columns;
    private final BatteryTime times;
    private final Consumer<Parsed> others;
    private final List<BatteryReading> readings = new ArrayList<>();
    private boolean follows;

    private BatterySeries(Input input, BatteryColumns columns, Consumer<Parsed> others) {
        this.input = input;
        this.columns = columns;
        this.times = new BatteryTime(columns.time());
        this.others = others;
    }

    static List<BatteryReading> read(
            CsvText csv, BatteryColumns columns, Input input, Consumer<Parsed> others)
            throws IOException {
        var series = new BatterySeries(input, columns, others);
        for (var row = csv.next(); row != null; row = csv.next()) {
            series.take(row, csv.line());
            if (series.readings.size() > MOST_READINGS) {
                throw new UnreadableField(
                        Reason.OVERSIZED, "", "has more than " + MOST_READINGS + " readings");
            }
        }
        return series.readings;
    }

    private void take(List<String> row, int line) {
        var where = Where.line(input.path(), line);
        try {
            var reading = reading(row, line);
            if (reading == null) {
                others.accept(new Parsed.LeftOut(where, NOTHING_READ));
                return;
            }
            readings.add(reading);
            follows = true;
        } catch (UnreadableField unreadable) {
            others.accept(unreadable.at(where));
            follows = false;
        }
    }

    private BatteryReading reading(List<String> row, int line) {
        if (row.size() != columns.count()) {
            throw new UnreadableField("", "has " + row.size() + " cells, not " + columns.count());
        }
        var voltage = number(row, columns.voltage());
        var current = number(row, columns.current());
        var time = row.get(columns.time().index()).strip();
        if (voltage == null || current == null || time.isEmpty()) {
            return null;
        }
        return new BatteryReading(
                line,
                later(times.millis(time)),
                voltage,
                current,
                number(row, columns.counter()),
                number(row, columns.level()),
                number(row, columns.temperature()),
                number(row, columns.capacity()),
                onCharger(row),
                follows);
    }

    private double later(double millis) {
        if (!readings.isEmpty() && millis <= readings.get(readings.size() - 1).timeMs()) {
            throw new UnreadableField(
                    columns.time().name(), "is not later than the reading before");
        }
        return millis;
    }

    private Boolean onCharger(List<String> row) {
        Boolean connected = null;
        for (var column : columns.charging()) {
            var cell = row.get(column.index()).strip().toLowerCase(Locale.ROOT);
            if (!cell.isEmpty()) {
                connected = Boolean.TRUE.equals(connected) || !NO.contains(cell);
            }
        }
        return connected;
    }

    private static Double number(List<String> row, BatteryColumn column) {
        var text = column == null ? "" : row.get(column.index()).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is none.
        }
        throw new UnreadableField(
                column.name(), "must be a number, not '" + Labels.cut(text) + "'");
    }
}
