package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.LatestRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings tables of latest values to the last value of every key of a batch, and keeps their
 * history.
 */
final class LatestWriter {

    private static final Table<LatestRow<?>> KEYS =
            new Columns<LatestRow<?>>().text("topic_key", LatestRow::key).of("keys");

    private final DuckDbFile file;
    private final Tables tables;
    private final String clearKeys = Sql.statement("clear_staging", KEYS.name());

    LatestWriter(DuckDbFile file, Tables tables) {
        this.file = file;
        this.tables = tables;
    }

    void write(Collection<LatestRow<?>> updates) throws SQLException {
        for (var table : tables.latest()) {
            writeTo(table, updates);
        }
    }

    private <T extends Record> void writeTo(LatestTable<T> table, Collection<LatestRow<?>> updates)
            throws SQLException {
        var rows = rowsOf(table, updates);
        if (!rows.isEmpty()) {
            write(table, rows);
        }
    }

    @SuppressWarnings("unchecked") // rows are filtered by the type of the table
    private static <T extends Record> List<LatestRow<T>> rowsOf(
            LatestTable<T> table, Collection<LatestRow<?>> updates) {
        var rows = new ArrayList<LatestRow<T>>();
        for (var row : updates) {
            if (row.type() == table.type()) {
                rows.add((LatestRow<T>) row);
            }
        }
        return rows;
    }

    private <T extends Record> void write(LatestTable<T> table, List<LatestRow<T>> rows)
            throws SQLException {
        for (var log : table.logs()) {
            log.appendHistory(file, rows);
        }
        var last = lastByKey(rows).values();
        var present = last.stream().filter(row -> !row.isGone()).toList();
        file.update(clearKeys);
        KEYS.stage(file, last);
        // Taken out and put in again: a MERGE that updates rows in place takes ten times as long.
        file.update(Sql.statement("delete_keys", table.name()));
        table.table().append(file, present);
        requireRows(table.name(), rows.get(0).batch(), present.size());
        for (var part : table.parts()) {
            file.update(Sql.statement("delete_keys", part.name()));
            part.append(file, present);
        }
    }

    private void requireRows(String table, long number, long wanted) throws SQLException {
        var counted =
                file.query(Sql.statement("count_batch", table), row -> row.bigint("rows"), number);
        if (counted.get(0) != wanted) {
            throw new SQLException(table + " took " + counted.get(0) + " values, not " + wanted);
        }
    }

    private static <T extends Record> Map<String, LatestRow<T>> lastByKey(List<LatestRow<T>> rows) {
        var last = new LinkedHashMap<String, LatestRow<T>>();
        rows.forEach(row -> last.put(row.key(), row));
        return last;
    }
}
