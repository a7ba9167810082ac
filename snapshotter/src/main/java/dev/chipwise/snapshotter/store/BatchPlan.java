package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.snapshotter.store.EventPlan.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a batch changes, decided before a store writes it, so that all stores decide alike. */
public final class BatchPlan {

    private final long number;
    private final Map<Arrival, RawRow<?>> rows = new IdentityHashMap<>();
    private final Map<Class<? extends Event>, EventPlan> events = new LinkedHashMap<>();
    private final Map<RejectedRow.RefusedAt, RejectedRow> rejections = new LinkedHashMap<>();
    private final Set<RejectedRow.RefusedAt> knownRefusals = new LinkedHashSet<>();
    private final List<LatestRow<?>> updates = new ArrayList<>();
    private final List<ChangeRow> changes = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();

    /** The plan of a batch that will have this number. */
    public static BatchPlan of(Batch batch, long number, Known known, Catalog catalog) {
        var plan = new BatchPlan(number);
        plan.askForEvents(batch, known, catalog);
        plan.askForRefusals(batch, known);
        batch.slices().forEach(plan::add);
        return plan;
    }

    private BatchPlan(long number) {
        this.number = number;
    }

    /** Kinds of events that arrived, in order of appearance. */
    public Set<Class<? extends Event>> eventTypes() {
        return events.keySet();
    }

    /** Rows to insert. */
    public Collection<RawRow<?>> inserts(Class<? extends Event> type) {
        return events.get(type).inserts();
    }

    /** Content hashes of stored rows that give way to one of the {@link #inserts}. */
    public Set<String> replaced(Class<? extends Event> type) {
        return events.get(type).replaced();
    }

    public Collection<RejectedRow> rejections() {
        return rejections.values();
    }

    /** All values and tombstones in order of arrival; a key's last one is its latest. */
    public List<LatestRow<?>> updates() {
        return updates;
    }

    public List<ChangeRow> changes() {
        return changes;
    }

    public BatchOutcome outcome() {
        return new BatchOutcome(number, ledger);
    }

    private void askForEvents(Batch batch, Known known, Catalog catalog) {
        var arriving = new LinkedHashMap<Class<? extends Event>, Map<String, Set<String>>>();
        for (var slice : batch.slices()) {
            for (var arrival : slice.arrivals()) {
                if (arrival.stored() instanceof Stored.Accepted accepted) {
                    var row = RawRow.of(accepted.event(), slice.lane(), arrival, number);
                    rows.put(arrival, row);
                    arriving.computeIfAbsent(row.event().getClass(), any -> new LinkedHashMap<>())
                            .computeIfAbsent(row.eventId(), id -> new LinkedHashSet<>())
                            .add(row.contentHash());
                }
            }
        }
        arriving.forEach((type, hashes) -> events.put(type, plan(type, hashes, known, catalog)));
    }

    private static EventPlan plan(
            Class<? extends Event> type,
            Map<String, Set<String>> arriving,
            Known known,
            Catalog catalog) {
        var hashes = known.hashes(type, arriving.keySet());
        var contested = new LinkedHashSet<String>();
        hashes.forEach(
                (id, there) -> {
                    if (!there.containsAll(arriving.get(id))) {
                        contested.add(id);
                    }
                });
        var rows = contested.isEmpty() ? List.<RawRow<?>>of() : known.rows(type, contested);
        return new EventPlan(catalog, hashes, rows);
    }

    private void askForRefusals(Batch batch, Known known) {
        var places = new LinkedHashSet<RejectedRow.RefusedAt>();
        for (var slice : batch.slices()) {
            for (var arrival : slice.arrivals()) {
                if (arrival.stored() instanceof Stored.Rejected rejected) {
                    var result = rejected.result();
                    places.add(
                            new RejectedRow.RefusedAt(
                                    result.topic(), result.partition(), result.offset()));
                }
            }
        }
        if (!places.isEmpty()) {
            knownRefusals.addAll(known.refusals(places));
        }
    }

    private void add(Slice slice) {
        var counts = new int[Decision.values().length];
        for (var arrival : slice.arrivals()) {
            counts[add(slice.lane(), arrival).ordinal()]++;
        }
        ledger.add(
                new LedgerEntry(
                        number,
                        slice.lane(),
                        slice.fromOffset(),
                        slice.nextOffset() - 1,
                        slice.arrivals().size(),
                        counts[Decision.FRESH.ordinal()],
                        counts[Decision.DUPLICATE.ordinal()],
                        counts[Decision.REJECTED.ordinal()]));
    }

    private Decision add(Lane lane, Arrival arrival) {
        var stored = arrival.stored();
        if (stored instanceof Stored.Accepted accepted) {
            return events.get(accepted.event().getClass()).add(rows.get(arrival));
        }
        if (stored instanceof Stored.Current current) {
            updates.add(LatestRow.of(current, lane, arrival, number));
        } else if (stored instanceof Stored.Gone gone) {
            updates.add(LatestRow.of(gone, lane, arrival, number));
        } else if (stored instanceof Stored.Changed changed) {
            changes.add(ChangeRow.of(changed.change(), lane, arrival, number));
        } else if (stored instanceof Stored.Rejected rejected) {
            return addRejection(
                    RejectedRow.of(rejected.result(), rejected.eventId(), lane, arrival, number));
        } else if (stored instanceof Stored.Unreadable unreadable) {
            addRejection(RejectedRow.of(unreadable.result(), null, lane, arrival, number));
            return Decision.REJECTED;
        } else if (stored instanceof Stored.Refused) {
            return Decision.REJECTED;
        }
        return Decision.FRESH;
    }

    private Decision addRejection(RejectedRow row) {
        var place = row.refusedAt();
        boolean known = knownRefusals.contains(place) || rejections.containsKey(place);
        if (!known) {
            rejections.put(place, row);
        }
        return known ? Decision.DUPLICATE : Decision.FRESH;
    }
}
