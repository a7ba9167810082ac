package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codec;
import dev.chipwise.snapshotter.store.LatestRow;
import java.sql.SQLException;
import java.util.List;

/**
 * The table that keeps the newest value of every key of one compacted topic: whole in {@code
 * record}, readable beside it.
 *
 * @param logs tables that keep every value that ever was, in the order of arrival
 */
record LatestTable<T extends Record>(
        Class<T> type, Codec<T> codec, Table<LatestRow<T>> table, List<Table<LatestRow<T>>> logs) {

    String name() {
        return table.name();
    }

    LatestRow<T> read(Row row) throws SQLException {
        return new LatestRow<>(
                type,
                row.text("topic_key"),
                codec.decode(row.bytes("record")),
                row.integer("partition"),
                row.bigint("offset"),
                row.time("recorded_at"),
                row.bigint("batch"));
    }
}
