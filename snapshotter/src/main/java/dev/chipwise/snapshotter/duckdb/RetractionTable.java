package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.Collection;

/** {@code retractions}. */
final class RetractionTable implements RawTable<ResultRetraction> {

    private static final Table<RawRow<ResultRetraction>> TABLE =
            new Columns<RawRow<ResultRetraction>>()
                    .with(EventColumns.head(), row -> row.event().envelope())
                    .uuid("result_id", row -> row.event().resultId())
                    .time("result_occurred_at", row -> row.event().resultOccurredAt())
                    .text("model", row -> row.event().cell().board().model())
                    .text("version", row -> row.event().cell().board().version())
                    .text("workload", row -> row.event().cell().board().workload())
                    .text("hardware_id", row -> row.event().cell().hardware())
                    .text("configuration", row -> row.event().cell().configuration())
                    .text("reason", row -> row.event().reason())
                    .text("evidence", row -> row.event().evidence().wireName())
                    .with(EventColumns.labels(), row -> row.event().envelope())
                    .with(EventColumns.source(), row -> row.event().envelope())
                    .with(EventColumns.place(), row -> row)
                    .of("retractions");

    @Override
    public Class<ResultRetraction> type() {
        return ResultRetraction.class;
    }

    @Override
    public Table<?> table() {
        return TABLE;
    }

    @Override
    public void append(DuckDbFile file, Collection<RawRow<ResultRetraction>> rows)
            throws SQLException {
        TABLE.append(file, rows);
    }

    @Override
    public ResultRetraction read(Row row) throws SQLException {
        var board = new BoardKey(row.text("model"), row.text("version"), row.text("workload"));
        return new ResultRetraction(
                EventColumns.envelope(row),
                row.text("result_id"),
                row.time("result_occurred_at"),
                new CellKey(board, row.text("hardware_id"), row.text("configuration")),
                Evidence.of(row.text("evidence")),
                row.text("reason"));
    }
}
