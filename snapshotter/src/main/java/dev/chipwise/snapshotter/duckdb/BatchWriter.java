package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.BatchPlan;
import dev.chipwise.snapshotter.store.FencedException;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes one batch inside the open transaction: the fence first, then rows, then the ledger. */
final class BatchWriter {

    private static final Table<String> REPLACED =
            new Columns<String>().uuid("content_hash", ContentHashes::uuid).of("replaced");

    private final DuckDbFile file;
    private final Catalog catalog;
    private final Tables tables;
    private final KnownInFile known;
    private final LatestWriter latest;
    private final String fence = Sql.statement("fence");

    BatchWriter(DuckDbFile file, Tables tables, Catalog catalog) {
        this.catalog = catalog;
        this.file = file;
        this.tables = tables;
        this.known = new KnownInFile(file, tables);
        this.latest = new LatestWriter(file, tables);
    }

    BatchOutcome write(Batch batch, long number, long ownerEpoch) throws SQLException {
        fence(batch, number, ownerEpoch);
        var plan = BatchPlan.of(batch, number, known, catalog);
        for (var type : plan.eventTypes()) {
            writeEvents(type, plan);
        }
        RejectionTable.TABLE.append(file, plan.rejections());
        ChangeTable.TABLE.append(file, plan.changes());
        latest.write(plan.updates());
        file.reached(WriteStep.WRITTEN);
        ProgressTables.LEDGER.append(file, plan.outcome().entries());
        return plan.outcome();
    }

    /** Moves the progress on, if it stands where the batch begins and nobody else owns the file. */
    private void fence(Batch batch, long number, long ownerEpoch) throws SQLException {
        long moved = file.update(fence, ProgressTables.MOVES, batch.slices(), number, ownerEpoch);
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
    private <E extends Event> void writeEvents(Class<E> type, BatchPlan plan) throws SQLException {
        var table = tables.raw(type);
        var rows = new ArrayList<RawRow<E>>();
        plan.inserts(type).forEach(row -> rows.add((RawRow<E>) row));
        var replaced = List.copyOf(plan.replaced(type));
        if (!replaced.isEmpty()) {
            file.update(Sql.statement("delete_replaced", table.name()), REPLACED, replaced);
        }
        table.append(file, rows);
    }
}
