package dev.chipwise.snapshotter.duckdb;

import java.util.function.Function;

/** One column of a table, and how a row fills it. */
record Column<R>(String name, ColumnType type, Function<? super R, ?> value) {

    /** The same column of rows that have such a row in them. */
    <S> Column<S> of(Function<? super S, ? extends R> part) {
        return new Column<>(
                name,
                type,
                row -> {
                    var inner = part.apply(row);
                    return inner == null ? null : value.apply(inner);
                });
    }
}
