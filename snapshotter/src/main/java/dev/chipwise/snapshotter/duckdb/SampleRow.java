package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One kept reading of a battery run. */
record SampleRow(RawRow<BatteryResult> run, int position, BatteryResult.Sample sample) {

    static final Table<SampleRow> TABLE =
            new Columns<SampleRow>()
                    .uuid("event_id", row -> row.run().eventId())
                    .integer("sample", SampleRow::position)
                    .bigint("t_ms", row -> row.sample().tMs())
                    .number("voltage_mv", row -> row.sample().voltageMv())
                    .number("current_ua", row -> row.sample().currentUa())
                    .number("temperature_c", row -> row.sample().temperatureC())
                    .number("level_pct", row -> row.sample().levelPct())
                    .text("topic", row -> row.run().topic())
                    .integer("partition", row -> row.run().partition())
                    .bigint("offset", row -> row.run().offset())
                    .bigint("batch", row -> row.run().batch())
                    .of("battery_samples");

    static Stream<SampleRow> of(RawRow<BatteryResult> run) {
        var samples = run.event().samples();
        return IntStream.range(0, samples.size())
                .mapToObj(position -> new SampleRow(run, position, samples.get(position)));
    }

    /** The series of one run, from columns that hold a list each. */
    static List<BatteryResult.Sample> read(Row row) throws SQLException {
        var times = row.list("sample_t_ms");
        var voltages = row.list("sample_voltage_mv");
        var currents = row.list("sample_current_ua");
        var temperatures = row.list("sample_temperature_c");
        var levels = row.list("sample_level_pct");
        var samples = new ArrayList<BatteryResult.Sample>();
        for (int i = 0; i < times.size(); i++) {
            samples.add(
                    new BatteryResult.Sample(
                            (Long) times.get(i),
                            (Double) voltages.get(i),
                            (Double) currents.get(i),
                            (Double) temperatures.get(i),
                            (Double) levels.get(i)));
        }
        return samples;
    }
}
