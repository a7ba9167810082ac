package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Event;
import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.BatchPlan;
import dev.chipwise.snapshotter.store.FencedException;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.ArrayList;

/** Writes one batch inside the open transaction: the fence first, then rows, then the ledger. */
final class BatchWriter {

    private final DuckDbFile file;
    private final Tables tables;
    private final KnownInFile known;
    private final LatestWriter latest;
    private final String fence = Sql.statement("fence");
    private final String clearProgress = Sql.statement("clear_staging", "progress");

    BatchWriter(DuckDbFile file, Tables tables) {
        this.file = file;
        this.tables = tables;
        this.known = new KnownInFile(file, tables);
        this.latest = new LatestWriter(file, tables);
    }

    BatchOutcome write(Batch batch, long number, long ownerEpoch) throws SQLException {
        fence(batch, number, ownerEpoch);
        var plan = BatchPlan.of(batch, number, known);
        for (var type : plan.eventTypes()) {
            writeEvents(type, plan, number);
        }
        if (!plan.rejections().isEmpty()) {
            RejectionTable.TABLE.append(file, plan.rejections());
            requireRows(RejectionTable.TABLE.name(), number, plan.rejections().size());
        }
        if (!plan.changes().isEmpty()) {
            ChangeTable.TABLE.append(file, plan.changes());
            requireRows(ChangeTable.TABLE.name(), number, plan.changes().size());
        }
        latest.write(plan.updates());
        file.reached(WriteStep.FLUSHED);
        ProgressTables.LEDGER.append(file, plan.outcome().entries());
        return plan.outcome();
    }

    /** Moves the progress on, if it stands where the batch begins and nobody else owns the file. */
    private void fence(Batch batch, long number, long ownerEpoch) throws SQLException {
        file.update(clearProgress);
        ProgressTables.STAGE.stage(file, batch.slices());
        long moved = file.update(fence, number, ownerEpoch);
        if (moved != batch.slices().size()) {
            throw new FencedException(
                    "the stored progress moved on for "
                            + moved
                            + " of "
                            + batch.slices().size()
                            + " partitions only: another sink writes this file, or this one is"
                            + " outdated; stop it and start it again");
        }
        file.reached(WriteStep.FENCED);
    }

    @SuppressWarnings("unchecked") // rows are planned under the type of their event
    private <E extends Event> void writeEvents(Class<E> type, BatchPlan plan, long number)
            throws SQLException {
        var table = tables.raw(type);
        var rows = new ArrayList<RawRow<E>>();
        plan.inserts(type).forEach(row -> rows.add((RawRow<E>) row));
        if (!plan.replaced(type).isEmpty()) {
            known.stageIds(plan.replaced(type));
            table.deleteStaged(file);
        }
        if (!rows.isEmpty()) {
            table.append(file, rows);
            requireRows(table.name(), number, rows.size());
        }
    }

    /** An appender can lose rows without a word; then nothing may be committed. */
    private void requireRows(String table, long number, long wanted) throws SQLException {
        var counted =
                file.query(Sql.statement("count_batch", table), row -> row.bigint("rows"), number);
        if (counted.get(0) != wanted) {
            throw new SQLException(
                    table
                            + " got "
                            + counted.get(0)
                            + " rows of batch "
                            + number
                            + ", not "
                            + wanted);
        }
    }
}
