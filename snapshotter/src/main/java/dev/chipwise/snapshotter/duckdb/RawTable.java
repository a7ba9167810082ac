package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Event;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** A table of raw events of one kind: how they are written and read back exactly. */
interface RawTable<E extends Event> {

    Class<E> type();

    String name();

    /** The tables it fills, as they are written. */
    List<Table<?>> tables();

    /** Appends rows inside the open transaction. */
    void append(DuckDbFile file, Collection<RawRow<E>> rows) throws SQLException;

    /** Takes away everything stored for the ids in {@code stage_ids}. */
    default void deleteStaged(DuckDbFile file) throws SQLException {
        file.update(Sql.statement("delete_replaced", name()));
    }

    /** The table or view that {@link #read} reads. */
    default String readFrom() {
        return name();
    }

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
