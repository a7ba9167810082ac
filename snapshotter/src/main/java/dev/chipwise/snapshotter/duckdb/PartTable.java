package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.LatestRow;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table that shows latest values in several rows each, or every value that ever was. */
record PartTable<T extends Record, P>(
        Table<Part<T, P>> table, Function<? super T, ? extends List<P>> parts) {

    String name() {
        return table.name();
    }

    /** Appends the rows that these values make now. */
    void append(DuckDbFile file, Collection<LatestRow<T>> rows) throws SQLException {
        table.append(file, rows.stream().flatMap(this::partsOf).toList());
    }

    /** Appends a trace of each value, also of a deletion and of a value without parts. */
    void appendHistory(DuckDbFile file, Collection<LatestRow<T>> rows) throws SQLException {
        table.append(file, rows.stream().flatMap(this::traceOf).toList());
    }

    void stage(DuckDbFile file, Collection<LatestRow<T>> rows) throws SQLException {
        table.stage(file, rows.stream().flatMap(this::partsOf).toList());
    }

    private Stream<Part<T, P>> traceOf(LatestRow<T> row) {
        boolean empty = row.isGone() || parts.apply(row.value()).isEmpty();
        return empty ? Stream.of(new Part<>(row, null)) : partsOf(row);
    }

    private Stream<Part<T, P>> partsOf(LatestRow<T> row) {
        return parts.apply(row.value()).stream().map(part -> new Part<>(row, part));
    }
}
