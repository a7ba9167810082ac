package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Claim;
import dev.chipwise.snapshotter.store.Finding;
import dev.chipwise.snapshotter.store.Finding.Invariant;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a file contradicts itself: doubled keys, and columns that differ from the record
 * beside them.
 */
final class Contradictions {

    private final Reader reader;
    private final Tables tables;

    Contradictions(Reader reader, Tables tables) {
        this.reader = reader;
        this.tables = tables;
    }

    List<Finding> find() {
        var findings = new ArrayList<Finding>();
        for (var table : tables.raw()) {
            findings.addAll(doubled("select_doubled_events", table.name(), Invariant.I2));
            findings.addAll(edited(table));
        }
        for (var table : tables.latest()) {
            findings.addAll(doubled("select_doubled", table.name(), Invariant.I5));
            findings.addAll(differing(table));
        }
        return findings;
    }

    private List<Finding> doubled(String statement, String table, Invariant invariant) {
        var sql = Sql.statement(statement, table);
        return reader.asking(
                connection ->
                        connection.query(
                                sql,
                                row ->
                                        new Finding(
                                                invariant,
                                                table,
                                                row.text("key"),
                                                "is there " + row.bigint("rows") + " times")));
    }

    /** Events whose columns do not hash to what was written. */
    private List<Finding> edited(RawTable<?> table) {
        var findings = new ArrayList<Finding>();
        reader.asking(
                connection -> {
                    connection.each(
                            Sql.statement("select_latest", table.name()),
                            row -> findings.addAll(edited(table, row)));
                    return null;
                });
        return findings;
    }

    private static List<Finding> edited(RawTable<?> table, Row row) throws SQLException {
        var stored = table.readRow(row);
        return Claim.wholeOf(stored.event()).equals(stored.contentHash())
                ? List.of()
                : List.of(
                        new Finding(
                                Invariant.I2,
                                table.name(),
                                stored.eventId(),
                                "does not hold what was written: its content has another hash"));
    }

    private <T extends Record> List<Finding> differing(LatestTable<T> table) {
        return reader.asking(
                connection -> {
                    connection.execute(Sql.statement("create_shadow", table.name()));
                    table.table().stage(connection, reader.latest(table, "select_latest"));
                    return differences(table.name());
                });
    }

    private List<Finding> differences(String table) {
        return reader.ofTable(
                "select_differences",
                table,
                row -> new Finding(Invariant.I5, table, row.text("topic_key"), row.text("detail")));
    }
}
