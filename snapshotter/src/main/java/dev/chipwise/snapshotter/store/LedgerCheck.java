package dev.chipwise.snapshotter.store;

import dev.chipwise.snapshotter.store.Finding.Invariant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks progress, ledger and rows of a store against each other (I3, I4). */
final class LedgerCheck {

    private static final String LEDGER = "batch_ledger";

    private final Contents contents;
    private final List<Finding> findings = new ArrayList<>();

    LedgerCheck(Contents contents) {
        this.contents = contents;
    }

    List<Finding> find() {
        var byLane = new TreeMap<Lane, List<LedgerEntry>>();
        contents.ledger()
                .forEach(
                        entry ->
                                byLane.computeIfAbsent(entry.lane(), any -> new ArrayList<>())
                                        .add(entry));
        var lanes = contents.progress().lanes();
        lanes.forEach((lane, at) -> checkLane(at, byLane.getOrDefault(lane, List.of())));
        for (var lane : byLane.keySet()) {
            if (!lanes.containsKey(lane)) {
                add(Invariant.I3, LEDGER, name(lane), "is in the ledger but has no progress");
            }
        }
        byLane.values().forEach(entries -> entries.forEach(this::checkSum));
        checkRowCounts(byLane);
        return findings;
    }

    private void checkLane(LaneProgress progress, List<LedgerEntry> entries) {
        var lane = name(progress.lane());
        long next = progress.startOffset();
        for (var entry : entries) {
            if (entry.firstOffset() != next) {
                add(
                        Invariant.I3,
                        LEDGER,
                        lane,
                        words(
                                "batch %d begins at %d, but the one before it ended at %d",
                                entry.batch(), entry.firstOffset(), next - 1));
            }
            next = entry.lastOffset() + 1;
        }
        if (progress.nextOffset() != next) {
            add(
                    Invariant.I3,
                    "sink_progress",
                    lane,
                    words("is %d, but the ledger ends at %d", progress.nextOffset(), next - 1));
        }
        if (KeptTopics.EVENTS.contains(progress.lane().topic())) {
            checkPlaces(progress.lane(), entries);
        }
    }

    /** A row stands within what its batch read. */
    private void checkPlaces(Lane lane, List<LedgerEntry> entries) {
        Map<Long, LedgerEntry> byBatch = new HashMap<>();
        entries.forEach(entry -> byBatch.put(entry.batch(), entry));
        contents.positions(
                lane.topic(),
                lane.partition(),
                row -> {
                    var entry = byBatch.get(row.batch());
                    if (entry == null
                            || row.offset() < entry.firstOffset()
                            || row.offset() > entry.lastOffset()) {
                        add(
                                Invariant.I3,
                                lane.topic(),
                                row.eventId(),
                                words(
                                        "stands at offset %d, which batch %d did not read",
                                        row.offset(), row.batch()));
                    }
                });
    }

    private void checkSum(LedgerEntry entry) {
        if (entry.read() != entry.fresh() + entry.duplicate() + entry.rejected()) {
            add(
                    Invariant.I4,
                    LEDGER,
                    name(entry.lane()),
                    words(
                            "batch %d read %d, but kept %d, found %d there and refused %d",
                            entry.batch(),
                            entry.read(),
                            entry.fresh(),
                            entry.duplicate(),
                            entry.rejected()));
        }
    }

    private void checkRowCounts(Map<Lane, List<LedgerEntry>> byLane) {
        var kept = new TreeMap<String, Long>();
        byLane.forEach(
                (lane, entries) ->
                        entries.forEach(entry -> kept.merge(lane.topic(), kept(entry), Long::sum)));
        var rows = contents.rowsByTopic();
        var topics = new TreeSet<>(kept.keySet());
        topics.addAll(rows.keySet());
        for (var topic : topics) {
            long wanted = kept.getOrDefault(topic, 0L);
            long there = rows.getOrDefault(topic, 0L);
            if (KeptTopics.keepsRows(topic) && wanted != there) {
                add(
                        Invariant.I4,
                        LEDGER,
                        topic,
                        words("says that %d rows were kept, but %d are there", wanted, there));
            }
        }
    }

    /** What publishers' topics refuse is kept by the scorer's refusal; what ours do, as it is. */
    private static long kept(LedgerEntry entry) {
        boolean published = KeptTopics.EVENTS.contains(entry.lane().topic());
        return published ? entry.fresh() : entry.fresh() + entry.rejected();
    }

    private void add(Invariant invariant, String table, String key, String detail) {
        findings.add(new Finding(invariant, table, key, detail));
    }

    private static String words(String form, Object... numbers) {
        return String.format(Locale.ROOT, form, numbers);
    }

    private static String name(Lane lane) {
        return lane.topic() + "/" + lane.partition();
    }
}
