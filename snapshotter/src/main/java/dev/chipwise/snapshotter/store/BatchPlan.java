package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a batch changes, decided before a store writes it, so that all stores decide alike. An id
 * that arrives again changes nothing; with other content, the smaller hash stays.
 */
public final class BatchPlan {

    private final long number;
    private final Map<Class<? extends Event>, Map<String, RawRow<?>>> inserts =
            new LinkedHashMap<>();
    private final Map<Class<? extends Event>, Set<String>> replaced = new LinkedHashMap<>();
    private final Map<Class<? extends Event>, Map<String, String>> knownHashes =
            new LinkedHashMap<>();
    private final Map<RejectedRow.RefusedAt, RejectedRow> rejections = new LinkedHashMap<>();
    private final Set<RejectedRow.RefusedAt> knownRefusals = new LinkedHashSet<>();
    private final List<LatestRow<?>> updates = new ArrayList<>();
    private final List<ChangeRow> changes = new ArrayList<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();

    /** The plan of a batch that will have this number. */
    public static BatchPlan of(Batch batch, long number, Known known) {
        var plan = new BatchPlan(number);
        plan.ask(batch, known);
        batch.slices().forEach(plan::add);
        return plan;
    }

    private BatchPlan(long number) {
        this.number = number;
    }

    /** Kinds of events that have rows to insert, in order of appearance. */
    public Set<Class<? extends Event>> eventTypes() {
        return inserts.keySet();
    }

    /** Rows to insert. */
    public Collection<RawRow<?>> inserts(Class<? extends Event> type) {
        return inserts.getOrDefault(type, Map.of()).values();
    }

    /** Ids whose stored row gives way to one of the {@link #inserts}. */
    public Set<String> replaced(Class<? extends Event> type) {
        return replaced.getOrDefault(type, Set.of());
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

    private void ask(Batch batch, Known known) {
        var ids = new LinkedHashMap<Class<? extends Event>, Set<String>>();
        var places = new LinkedHashSet<RejectedRow.RefusedAt>();
        for (var slice : batch.slices()) {
            for (var arrival : slice.arrivals()) {
                if (arrival.stored() instanceof Stored.Accepted accepted) {
                    var event = accepted.event();
                    ids.computeIfAbsent(event.getClass(), type -> new LinkedHashSet<>())
                            .add(event.envelope().eventId());
                } else if (arrival.stored() instanceof Stored.Rejected rejected) {
                    var result = rejected.result();
                    places.add(
                            new RejectedRow.RefusedAt(
                                    result.topic(), result.partition(), result.offset()));
                }
            }
        }
        ids.forEach((type, wanted) -> knownHashes.put(type, known.hashes(type, wanted)));
        if (!places.isEmpty()) {
            knownRefusals.addAll(known.refusals(places));
        }
    }

    private void add(Slice slice) {
        var counts = new int[Verdict.values().length];
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
                        counts[Verdict.FRESH.ordinal()],
                        counts[Verdict.DUPLICATE.ordinal()],
                        counts[Verdict.REJECTED.ordinal()]));
    }

    private Verdict add(Lane lane, Arrival arrival) {
        var stored = arrival.stored();
        if (stored instanceof Stored.Accepted accepted) {
            return addEvent(RawRow.of(accepted.event(), lane, arrival, number));
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
            return Verdict.REJECTED;
        } else if (stored instanceof Stored.Refused) {
            return Verdict.REJECTED;
        }
        return Verdict.FRESH;
    }

    private Verdict addEvent(RawRow<?> row) {
        var type = row.event().getClass();
        var known = knownHashes.get(type).get(row.eventId());
        var rows = inserts.computeIfAbsent(type, any -> new LinkedHashMap<>());
        var waiting = rows.get(row.eventId());
        var incumbent = waiting == null ? known : waiting.contentHash();
        if (incumbent == null) {
            rows.put(row.eventId(), row);
            return Verdict.FRESH;
        }
        int order = row.contentHash().compareTo(incumbent);
        if (order == 0) {
            return Verdict.DUPLICATE;
        }
        if (order < 0) {
            rows.put(row.eventId(), row);
            if (known != null) {
                replaced.computeIfAbsent(type, any -> new LinkedHashSet<>()).add(row.eventId());
            }
        }
        return Verdict.REJECTED;
    }

    private Verdict addRejection(RejectedRow row) {
        var place = row.refusedAt();
        boolean known = knownRefusals.contains(place) || rejections.containsKey(place);
        if (!known) {
            rejections.put(place, row);
        }
        return known ? Verdict.DUPLICATE : Verdict.FRESH;
    }

    private enum Verdict {
        FRESH,
        DUPLICATE,
        REJECTED
    }
}
