package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.BatteryResult.Sample;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.List;

/** The readings of a battery run, kept as a list beside it, written and read. */
final class SampleColumns {

    private SampleColumns() {}

    static List<Column<Sample>> list() {
        return new Columns<Sample>()
                .bigint("t_ms", Sample::tMs)
                .number("voltage_mv", Sample::voltageMv)
                .number("current_ua", Sample::currentUa)
                .number("temperature_c", Sample::temperatureC)
                .number("level_pct", Sample::levelPct)
                .list();
    }

    /** The series of one run. */
    static List<Sample> read(Row row) throws SQLException {
        var samples = new ArrayList<Sample>();
        for (var reading : row.list("samples")) {
            var fields = ((Struct) reading).getAttributes();
            samples.add(
                    new Sample(
                            (Long) fields[0],
                            (Double) fields[1],
                            (Double) fields[2],
                            (Double) fields[3],
                            (Double) fields[4]));
        }
        return samples;
    }
}
