package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.ChangeRow;
import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.Finding;
import dev.chipwise.snapshotter.store.LatestRow;
import dev.chipwise.snapshotter.store.LedgerEntry;
import dev.chipwise.snapshotter.store.Progress;
import dev.chipwise.snapshotter.store.RawRow;
import dev.chipwise.snapshotter.store.RejectedRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything in a file, read back. */
final class DuckDbContents implements Contents {

    private final Reader reader;
    private final Tables tables;

    DuckDbContents(DuckDbFile file, Tables tables) {
        this.reader = new Reader(file);
        this.tables = tables;
    }

    @Override
    public Progress progress() {
        return reader.asking(ProgressReader::read);
    }

    @Override
    public List<LedgerEntry> ledger() {
        return reader.all("select_ledger", ProgressTables::readEntry);
    }

    @Override
    public SortedSet<String> models() {
        return new TreeSet<>(reader.all("select_all_models", row -> row.text("model")));
    }

    @Override
    public List<RawRow<?>> events(String model) {
        return tables.raw().stream()
                .flatMap(table -> eventsOf(table, model))
                .sorted(
                        Comparator.<RawRow<?>, String>comparing(RawRow::topic)
                                .thenComparing(RawRow::eventId)
                                .thenComparing(RawRow::contentHash))
                .toList();
    }

    private Stream<RawRow<?>> eventsOf(RawTable<?> table, String model) {
        return reader
                .<RawRow<?>>ofTable("select_events", table.name(), table::readRow, model)
                .stream();
    }

    @Override
    public void positions(String topic, int partition, Consumer<RawPosition> each) {
        for (var table : tables.raw()) {
            reader.asking(
                    connection -> {
                        connection.each(
                                Sql.statement("select_positions", table.name()),
                                row -> {
                                    each.accept(position(row));
                                    return null;
                                },
                                topic,
                                partition);
                        return null;
                    });
        }
    }

    private static RawPosition position(Row row) throws SQLException {
        return new RawPosition(
                row.text("event_id"),
                ContentHashes.hash(row.text("content_hash")),
                row.bigint("offset"),
                row.bigint("batch"));
    }

    @Override
    public SortedMap<String, Long> rowsByTopic() {
        var counts = new TreeMap<String, Long>();
        var names = new ArrayList<>(tables.raw().stream().map(RawTable::name).toList());
        names.add(RejectionTable.TABLE.name());
        for (var name : names) {
            reader.ofTable(
                    "count_rows_by_topic",
                    name,
                    row -> counts.merge(row.text("topic"), row.bigint("rows"), Long::sum));
        }
        long changes =
                reader.ofTable("count_rows", ChangeTable.TABLE.name(), row -> row.bigint("rows"))
                        .get(0);
        if (changes > 0) {
            counts.merge("compatibility.change.v1", changes, Long::sum);
        }
        return counts;
    }

    @Override
    public <T extends Record> List<LatestRow<T>> latest(Class<T> type) {
        return reader.latest(tables.latest(type), "select_latest");
    }

    @Override
    public <T extends Record> List<LatestRow<T>> latest(Class<T> type, String model) {
        return reader.latest(tables.latest(type), "select_latest_of_model", model);
    }

    @Override
    public List<HistoryEntry> history(Class<? extends Record> type) {
        return tables.latest(type).logs().stream()
                .flatMap(log -> historyOf(log.name()))
                .sorted(Comparator.comparing(HistoryEntry::key).thenComparing(HistoryEntry::offset))
                .toList();
    }

    private Stream<HistoryEntry> historyOf(String log) {
        return reader
                .ofTable(
                        "select_history",
                        log,
                        row ->
                                new HistoryEntry(
                                        row.text("topic_key"),
                                        row.flag("gone"),
                                        row.integer("partition"),
                                        row.bigint("offset")))
                .stream();
    }

    @Override
    public List<RejectedRow> rejections() {
        return reader.all("select_rejections", RejectionTable::read);
    }

    @Override
    public List<ChangeRow> changes() {
        return reader.all("select_changes", ChangeTable::read);
    }

    @Override
    public List<Finding> contradictions() {
        return new Contradictions(reader, tables).find();
    }
}
