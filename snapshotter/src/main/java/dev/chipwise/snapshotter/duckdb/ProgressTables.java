package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.LedgerEntry;
import dev.chipwise.snapshotter.store.Slice;
import java.sql.SQLException;
import java.util.List;

/** {@code sink_progress}, what moves it, and {@code batch_ledger}. */
final class ProgressTables {

    /** How far a batch moves its lanes. */
    static final Table<Slice> MOVES =
            new Columns<Slice>()
                    .with(lane(), Slice::lane)
                    .bigint("from_offset", Slice::fromOffset)
                    .bigint("next_offset", Slice::nextOffset)
                    .integer("leader_epoch", Slice::leaderEpoch)
                    .of("moves");

    static final Table<LedgerEntry> LEDGER =
            new Columns<LedgerEntry>()
                    .bigint("batch", LedgerEntry::batch)
                    .with(lane(), LedgerEntry::lane)
                    .bigint("first_offset", LedgerEntry::firstOffset)
                    .bigint("last_offset", LedgerEntry::lastOffset)
                    .integer("rows_read", LedgerEntry::read)
                    .integer("rows_new", LedgerEntry::fresh)
                    .integer("rows_duplicate", LedgerEntry::duplicate)
                    .integer("rows_rejected", LedgerEntry::rejected)
                    .of("batch_ledger");

    private ProgressTables() {}

    /** The progress of lanes, as an owner starts them. */
    static Table<LaneProgress> progress(long ownerEpoch) {
        return new Columns<LaneProgress>()
                .with(lane(), LaneProgress::lane)
                .bigint("start_offset", LaneProgress::startOffset)
                .bigint("next_offset", LaneProgress::nextOffset)
                .integer("leader_epoch", LaneProgress::leaderEpoch)
                .bigint("owner_epoch", any -> ownerEpoch)
                .bigint("batch", any -> 0L)
                .of("sink_progress");
    }

    private static List<Column<Lane>> lane() {
        return new Columns<Lane>()
                .text("cluster_id", Lane::clusterId)
                .text("topic_id", Lane::topicId)
                .text("topic", Lane::topic)
                .integer("partition", Lane::partition)
                .list();
    }

    static LaneProgress readProgress(Row row) throws SQLException {
        return new LaneProgress(
                readLane(row),
                row.bigint("start_offset"),
                row.bigint("next_offset"),
                row.integer("leader_epoch"));
    }

    static LedgerEntry readEntry(Row row) throws SQLException {
        return new LedgerEntry(
                row.bigint("batch"),
                readLane(row),
                row.bigint("first_offset"),
                row.bigint("last_offset"),
                row.integer("rows_read"),
                row.integer("rows_new"),
                row.integer("rows_duplicate"),
                row.integer("rows_rejected"));
    }

    private static Lane readLane(Row row) throws SQLException {
        return new Lane(
                row.text("cluster_id"),
                row.text("topic_id"),
                row.text("topic"),
                row.integer("partition"));
    }
}
