package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every table that batches fill. */
final class Tables {

    private final List<RawTable<?>> raw;
    private final List<LatestTable<?>> latest =
            List.of(
                    ReferenceTables.hardware(),
                    ReferenceTables.profiles(),
                    CellTable.table(),
                    ScoreTables.table(),
                    RecommendationTables.table(),
                    SnapshotTables.table());

    Tables(Catalog catalog) {
        raw =
                List.of(
                        new BenchmarkTable(catalog),
                        new BatteryTable(catalog),
                        new VersionTable(),
                        new RetractionTable());
    }

    List<RawTable<?>> raw() {
        return raw;
    }

    List<LatestTable<?>> latest() {
        return latest;
    }

    @SuppressWarnings("unchecked") // a table is found by the type it keeps
    <E extends Event> RawTable<E> raw(Class<E> type) {
        return (RawTable<E>)
                raw.stream()
                        .filter(table -> table.type() == type)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no table for " + type));
    }

    @SuppressWarnings("unchecked") // likewise
    <T extends Record> LatestTable<T> latest(Class<T> type) {
        return (LatestTable<T>)
                latest.stream()
                        .filter(table -> table.type() == type)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no table for " + type));
    }

    /** The column names that rows are written with, by table: what the schema files must say. */
    SortedMap<String, List<String>> columns() {
        var tables = new ArrayList<Table<?>>();
        raw.forEach(table -> tables.add(table.table()));
        for (var table : latest) {
            tables.add(table.table());
            tables.addAll(table.logs());
        }
        tables.add(RejectionTable.TABLE);
        tables.add(ChangeTable.TABLE);
        tables.add(ProgressTables.LEDGER);
        tables.add(ProgressTables.progress(0));
        var columns = new TreeMap<String, List<String>>();
        tables.forEach(
                table ->
                        columns.put(
                                table.name(), table.columns().stream().map(Column::name).toList()));
        return columns;
    }
}
