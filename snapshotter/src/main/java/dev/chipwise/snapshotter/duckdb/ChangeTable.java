package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.Workload;
import dev.chipwise.snapshotter.store.ChangeRow;
import java.sql.SQLException;
import java.util.List;

/** {@code compatibility_changes}. */
final class ChangeTable {

    static final Table<ChangeRow> TABLE =
            new Columns<ChangeRow>()
                    .with(change(), ChangeRow::change)
                    .bytes("record", row -> Codecs.compatibilityChange().encode(row.change()))
                    .integer("partition", ChangeRow::partition)
                    .bigint("offset", ChangeRow::offset)
                    .time("recorded_at", ChangeRow::recordedAt)
                    .bigint("batch", ChangeRow::batch)
                    .of("compatibility_changes");

    private ChangeTable() {}

    private static List<Column<CompatibilityChange>> change() {
        return new Columns<CompatibilityChange>()
                .text("model", CompatibilityChange::model)
                .text("from_version", CompatibilityChange::fromVersion)
                .text("to_version", CompatibilityChange::toVersion)
                .with(workload(), CompatibilityChange::workload)
                .with(SubjectColumns.hardware(), CompatibilityChange::hardware)
                .text(
                        "configuration",
                        change ->
                                change.configuration() == null ? null : change.configuration().id())
                .text("kind", change -> change.kind().wireName())
                .text("metric", CompatibilityChange::metric)
                .text("before", CompatibilityChange::before)
                .text("after", CompatibilityChange::after)
                .number("relative_change", CompatibilityChange::relativeChange)
                .number("p_value", CompatibilityChange::pValue)
                .text("verdict", change -> change.verdict().wireName())
                .text("severity", change -> change.severity().wireName())
                .integer("runs_before", CompatibilityChange::runsBefore)
                .integer("runs_after", CompatibilityChange::runsAfter)
                .integer("runs_needed", CompatibilityChange::runsNeeded)
                .text("evidence", CompatibilityChange::evidence)
                .list();
    }

    private static List<Column<Workload>> workload() {
        return new Columns<Workload>()
                .text("workload", Workload::id)
                .text("test_case", Workload::testCase)
                .list();
    }

    static ChangeRow read(Row row) throws SQLException {
        return new ChangeRow(
                Codecs.compatibilityChange().decode(row.bytes("record")),
                row.integer("partition"),
                row.bigint("offset"),
                row.time("recorded_at"),
                row.bigint("batch"));
    }
}
