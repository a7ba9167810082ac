package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Event;
import dev.chipwise.snapshotter.store.Known;
import dev.chipwise.snapshotter.store.RawRow;
import dev.chipwise.snapshotter.store.RejectedRow;
import dev.chipwise.snapshotter.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Asks a file which ids it holds, by an anti-join with the ids of the batch. Ids grow with time, so
 * their smallest and largest let DuckDB skip whatever is older or newer.
 */
final class KnownInFile implements Known {

    private static final Table<String> IDS =
            new Columns<String>().uuid("event_id", id -> id).of("ids");

    private final DuckDbFile file;
    private final Tables tables;
    private final String selectRefusals = Sql.statement("select_known_refusals");

    KnownInFile(DuckDbFile file, Tables tables) {
        this.file = file;
        this.tables = tables;
    }

    @Override
    public Map<String, Set<String>> hashes(Class<? extends Event> type, Collection<String> ids) {
        var hashes = new HashMap<String, Set<String>>();
        try {
            file.each(
                    Sql.statement("select_known_events", tables.raw(type).name()),
                    IDS,
                    List.copyOf(ids),
                    row ->
                            hashes.computeIfAbsent(row.text("event_id"), id -> new HashSet<>())
                                    .add(ContentHashes.hash(row.text("content_hash"))),
                    UUID.fromString(Collections.min(ids)),
                    UUID.fromString(Collections.max(ids)));
            return hashes;
        } catch (SQLException e) {
            throw new StoreException("cannot ask which events are known", e);
        }
    }

    @Override
    public List<RawRow<?>> rows(Class<? extends Event> type, Collection<String> ids) {
        var table = tables.raw(type);
        var rows = new ArrayList<RawRow<?>>();
        try {
            file.each(
                    Sql.statement("select_contested_events", table.name()),
                    IDS,
                    List.copyOf(ids),
                    row -> rows.add(table.readRow(row)));
            return rows;
        } catch (SQLException e) {
            throw new StoreException("cannot read the events that others contradict", e);
        }
    }

    @Override
    public Set<RejectedRow.RefusedAt> refusals(Collection<RejectedRow.RefusedAt> places) {
        try {
            var known = new HashSet<RejectedRow.RefusedAt>();
            file.each(
                    selectRefusals,
                    RejectionTable.PLACES,
                    List.copyOf(places),
                    row -> known.add(RejectionTable.readPlace(row)));
            return known;
        } catch (SQLException e) {
            throw new StoreException("cannot ask which refusals are known", e);
        }
    }
}
