package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The store without a file: the same decisions and the same answers, gone with the process. */
public final class InMemoryResultStore implements ResultStore {

    private final Map<Class<? extends Event>, SortedMap<String, RawRow<?>>> events =
            new LinkedHashMap<>();
    private final Map<Class<?>, SortedMap<String, LatestRow<?>>> latest = new HashMap<>();
    private final List<LatestRow<?>> history = new ArrayList<>();
    private final SortedMap<RejectedRow.RefusedAt, RejectedRow> rejections = new TreeMap<>();
    private final List<ChangeRow> changes = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final Catalog catalog;
    private Progress progress = Progress.of(1, 0, List.of());

    public InMemoryResultStore() {
        this(Catalog.shipped());
    }

    public InMemoryResultStore(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void start(Collection<LaneProgress> lanes) {
        var started = new TreeMap<>(progress.lanes());
        lanes.forEach(lane -> started.putIfAbsent(lane.lane(), lane));
        progress = new Progress(progress.ownerEpoch(), progress.lastBatch(), started);
    }

    @Override
    public BatchOutcome write(Batch batch) {
        refuseUnlessItContinues(batch);
        var advanced = progress.after(batch);
        var plan = BatchPlan.of(batch, advanced.lastBatch(), new KnownHere(), catalog);
        for (var type : plan.eventTypes()) {
            plan.inserts(type).forEach(row -> ofType(type).put(row.event().identity(), row));
        }
        for (var row : plan.updates()) {
            history.add(row);
            var values = latest.computeIfAbsent(row.type(), type -> new TreeMap<>());
            if (row.isGone()) {
                values.remove(row.key());
            } else {
                values.put(row.key(), row);
            }
        }
        plan.rejections().forEach(row -> rejections.put(row.refusedAt(), row));
        changes.addAll(plan.changes());
        ledger.addAll(plan.outcome().entries());
        progress = advanced;
        return plan.outcome();
    }

    private void refuseUnlessItContinues(Batch batch) {
        for (var slice : batch.slices()) {
            var at = progress.of(slice.lane()).map(LaneProgress::nextOffset).orElse(-1L);
            if (at != slice.fromOffset()) {
                throw new FencedException(
                        "the progress of "
                                + slice.lane()
                                + " is "
                                + at
                                + ", not "
                                + slice.fromOffset());
            }
        }
    }

    @Override
    public Queries queries() {
        return new InMemoryQueries(this);
    }

    @Override
    public Contents contents() {
        return new InMemoryContents(this);
    }

    @Override
    public void close() {}

    /** By identity, so in order of id. */
    private SortedMap<String, RawRow<?>> ofType(Class<? extends Event> type) {
        return events.computeIfAbsent(type, any -> new TreeMap<>());
    }

    /** All raw rows, kind by kind, each in order of id. */
    Stream<RawRow<?>> events() {
        return events.values().stream().flatMap(rows -> rows.values().stream());
    }

    @SuppressWarnings("unchecked") // rows are filed under the type that they carry
    <T extends Record> List<LatestRow<T>> latest(Class<T> type) {
        var values = latest.getOrDefault(type, new TreeMap<>()).values();
        return values.stream().map(row -> (LatestRow<T>) row).toList();
    }

    List<LatestRow<?>> history() {
        return history;
    }

    Collection<RejectedRow> rejections() {
        return rejections.values();
    }

    List<ChangeRow> changes() {
        return changes;
    }

    List<LedgerEntry> ledger() {
        return ledger;
    }

    /** What this store holds. */
    private final class KnownHere implements Known {

        @Override
        public Map<String, Set<String>> hashes(
                Class<? extends Event> type, Collection<String> ids) {
            var hashes = new HashMap<String, Set<String>>();
            rows(type, ids)
                    .forEach(
                            row ->
                                    hashes.computeIfAbsent(row.eventId(), id -> new HashSet<>())
                                            .add(row.contentHash()));
            return hashes;
        }

        @Override
        public List<RawRow<?>> rows(Class<? extends Event> type, Collection<String> ids) {
            var rows = new ArrayList<RawRow<?>>();
            for (var id : ids) {
                // Every identity begins with its id.
                var under = Key.join(id, "");
                rows.addAll(ofType(type).subMap(under, under + Character.MAX_VALUE).values());
            }
            return rows;
        }

        @Override
        public Set<RejectedRow.RefusedAt> refusals(Collection<RejectedRow.RefusedAt> places) {
            var known = new HashSet<>(places);
            known.retainAll(rejections.keySet());
            return known;
        }
    }
}
