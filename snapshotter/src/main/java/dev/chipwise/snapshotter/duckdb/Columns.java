package dev.chipwise.snapshotter.duckdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Collects the columns of a table in their order. */
final class Columns<R> {

    private final List<Column<R>> columns = new ArrayList<>();

    Columns<R> text(String name, Function<? super R, String> value) {
        return add(name, ColumnKind.TEXT, value);
    }

    Columns<R> integer(String name, Function<? super R, Integer> value) {
        return add(name, ColumnKind.INTEGER, value);
    }

    Columns<R> bigint(String name, Function<? super R, Long> value) {
        return add(name, ColumnKind.BIGINT, value);
    }

    Columns<R> number(String name, Function<? super R, Double> value) {
        return add(name, ColumnKind.DOUBLE, value);
    }

    Columns<R> flag(String name, Function<? super R, Boolean> value) {
        return add(name, ColumnKind.BOOLEAN, value);
    }

    Columns<R> uuid(String name, Function<? super R, String> value) {
        return add(name, ColumnKind.UUID_TEXT, value);
    }

    Columns<R> time(String name, Function<? super R, Instant> value) {
        return add(name, ColumnKind.TIME, value);
    }

    Columns<R> bytes(String name, Function<? super R, byte[]> value) {
        return add(name, ColumnKind.BYTES, value);
    }

    Columns<R> textMap(String name, Function<? super R, ? extends Map<String, String>> value) {
        return add(name, ColumnKind.TEXT_MAP, value);
    }

    Columns<R> numberMap(String name, Function<? super R, ? extends Map<String, Double>> value) {
        return add(name, ColumnKind.DOUBLE_MAP, value);
    }

    Columns<R> texts(String name, Function<? super R, List<String>> value) {
        return add(name, ColumnKind.TEXTS, value);
    }

    Columns<R> integers(String name, Function<? super R, int[]> value) {
        return add(name, ColumnKind.INTEGERS, value);
    }

    Columns<R> numbers(String name, Function<? super R, double[]> value) {
        return add(name, ColumnKind.DOUBLES, value);
    }

    Columns<R> sparseNumbers(String name, Function<? super R, List<Double>> value) {
        return add(name, ColumnKind.SPARSE_DOUBLES, value);
    }

    /** One column for several parts of a row, such as a score per profile. */
    <P> Columns<R> structs(
            String name, List<Column<P>> fields, Function<? super R, ? extends List<P>> parts) {
        return add(name, new StructList<>(fields), parts);
    }

    /** All columns of a part of the row; a part that is null fills them with NULL. */
    <P> Columns<R> with(List<Column<P>> others, Function<? super R, ? extends P> part) {
        others.forEach(column -> columns.add(column.of(part)));
        return this;
    }

    List<Column<R>> list() {
        return List.copyOf(columns);
    }

    Table<R> of(String table) {
        return new Table<>(table, list());
    }

    private Columns<R> add(String name, ColumnType type, Function<? super R, ?> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }
}
