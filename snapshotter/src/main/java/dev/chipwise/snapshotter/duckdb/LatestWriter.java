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
            log.append(file, rows);
        }
        var last = List.copyOf(lastByKey(rows).values());
        var present = last.stream().filter(row -> !row.isGone()).toList();
        // Taken out and put in again: a MERGE that updates rows in place takes ten times as long.
        file.update(Sql.statement("delete_keys", table.name()), KEYS, last);
        table.table().append(file, present);
    }

    private static <T extends Record> Map<String, LatestRow<T>> lastByKey(List<LatestRow<T>> rows) {
        var last = new LinkedHashMap<String, LatestRow<T>>();
        rows.forEach(row -> last.put(row.key(), row));
        return last;
    }
}
