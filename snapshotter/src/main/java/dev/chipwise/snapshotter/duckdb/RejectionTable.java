package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.snapshotter.store.RejectedRow;
import java.sql.SQLException;

/** {@code rejected_results}. */
final class RejectionTable {

    static final Table<RejectedRow> TABLE =
            new Columns<RejectedRow>()
                    .uuid("event_id", RejectedRow::eventId)
                    .text("reason", row -> row.result().reason().code())
                    .text("detail", row -> row.result().detail())
                    .text("record_key", row -> row.result().key())
                    .bytes("original", row -> row.result().original())
                    .text("source_topic", row -> row.result().topic())
                    .integer("source_partition", row -> row.result().partition())
                    .bigint("source_offset", row -> row.result().offset())
                    .text("topic", RejectedRow::topic)
                    .integer("partition", RejectedRow::partition)
                    .bigint("offset", RejectedRow::offset)
                    .time("recorded_at", RejectedRow::recordedAt)
                    .bigint("batch", RejectedRow::batch)
                    .of("rejected_results");

    /** The places of refused records, to ask which are known. */
    static final Table<RejectedRow.RefusedAt> PLACES =
            new Columns<RejectedRow.RefusedAt>()
                    .text("source_topic", RejectedRow.RefusedAt::topic)
                    .integer("source_partition", RejectedRow.RefusedAt::partition)
                    .bigint("source_offset", RejectedRow.RefusedAt::offset)
                    .of("places");

    private RejectionTable() {}

    static RejectedRow.RefusedAt readPlace(Row row) throws SQLException {
        return new RejectedRow.RefusedAt(
                row.text("source_topic"),
                row.integer("source_partition"),
                row.bigint("source_offset"));
    }

    static RejectedRow read(Row row) throws SQLException {
        var result =
                new RejectedResult(
                        Reason.of(row.text("reason")),
                        row.text("detail"),
                        row.text("record_key"),
                        row.bytes("original"),
                        row.text("source_topic"),
                        row.integer("source_partition"),
                        row.bigint("source_offset"));
        return new RejectedRow(
                result,
                row.text("event_id"),
                row.text("topic"),
                row.integer("partition"),
                row.bigint("offset"),
                row.time("recorded_at"),
                row.bigint("batch"));
    }
}
