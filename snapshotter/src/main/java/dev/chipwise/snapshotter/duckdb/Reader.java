package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.LatestRow;
import dev.chipwise.snapshotter.store.StoreException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the named statements that read, over one connection. */
final class Reader implements AutoCloseable {

    /** A question that a connection answers. */
    interface Question<T> {

        T ask(DuckDbFile file) throws SQLException;
    }

    private final DuckDbFile file;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    Reader(DuckDbFile file) {
        this.file = file;
    }

    <T> T asking(Question<T> question) {
        try {
            return question.ask(file);
        } catch (SQLException e) {
            throw new StoreException("the store cannot answer: " + e.getMessage(), e);
        }
    }

    <T> List<T> all(String statement, DuckDbFile.Reading<T> reading, Object... parameters) {
        var sql = statements.computeIfAbsent(statement, Sql::statement);
        return asking(connection -> connection.query(sql, reading, parameters));
    }

    /** A statement that is written once for all tables of a shape. */
    <T> List<T> ofTable(
            String statement, String table, DuckDbFile.Reading<T> reading, Object... parameters) {
        var sql =
                statements.computeIfAbsent(
                        statement + " " + table, any -> Sql.statement(statement, table));
        return asking(connection -> connection.query(sql, reading, parameters));
    }

    /** Latest values, in order of key. */
    <T extends Record> List<LatestRow<T>> latest(
            LatestTable<T> table, String statement, Object... parameters) {
        return ofTable(statement, table.name(), table::read, parameters).stream()
                .sorted(Comparator.comparing(LatestRow::key))
                .toList();
    }

    SortedMap<String, Long> rowCounts() {
        var counts = new TreeMap<String, Long>();
        for (var table : all("select_tables", row -> row.text("table_name"))) {
            counts.put(table, ofTable("count_rows", table, row -> row.bigint("rows")).get(0));
        }
        return counts;
    }

    @Override
    public void close() {
        asking(
                connection -> {
                    connection.close();
                    return null;
                });
    }
}
