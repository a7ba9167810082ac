package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Event;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.Collection;

/** A table of raw events of one kind: how they are written and read back exactly. */
interface RawTable<E extends Event> {

    Class<E> type();

    default String name() {
        return table().name();
    }

    /** The table as it is written. */
    Table<?> table();

    /** Appends rows inside the open transaction. */
    void append(DuckDbFile file, Collection<RawRow<E>> rows) throws SQLException;

    /** The event of a row. */
    E read(Row row) throws SQLException;

    default RawRow<E> readRow(Row row) throws SQLException {
        return new RawRow<>(
                read(row),
                ContentHashes.hash(row.text("content_hash")),
                row.text("topic"),
                row.integer("partition"),
                row.bigint("offset"),
                row.time("recorded_at"),
                row.bigint("batch"));
    }
}
