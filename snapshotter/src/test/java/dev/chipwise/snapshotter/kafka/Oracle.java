package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.Event;
import dev.chipwise.snapshotter.kafka.Sent.Meaning;
import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.LedgerEntry;
import dev.chipwise.snapshotter.store.Progress;
import dev.chipwise.snapshotter.store.RawRow;
import dev.chipwise.snapshotter.store.RejectedRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What a store must hold, in the plainest words: a walk over the logs that knows nothing of
 * batches, plans or positions.
 */
final class Oracle {

    private final SimulatedTopics topics;

    Oracle(SimulatedTopics topics) {
        this.topics = topics;
    }

    /** Every committed event once; of several that claim one identity, the smallest. */
    Collection<Event> events() {
        return kept().values().stream().map(Meaning.Kept::event).toList();
    }

    private Map<String, Meaning.Kept> kept() {
        var kept = new TreeMap<String, Meaning.Kept>();
        for (var log : topics.all()) {
            for (var entry : log.entries()) {
                if (entry.isCommitted() && entry.sent().meaning() instanceof Meaning.Kept one) {
                    kept.merge(
                            one.event().identity(),
                            one,
                            (a, b) -> a.claim().compareTo(b.claim()) <= 0 ? a : b);
                }
            }
        }
        return kept;
    }

    /** In which ways the store is not what it must be. */
    List<String> contradicts(Contents contents) {
        var findings = new ArrayList<String>();
        compareEvents(findings, contents);
        compareRefusals(findings, contents);
        compareDifferences(findings, contents);
        var ledger = contents.ledger();
        var progress = contents.progress();
        for (var log : topics.all()) {
            compareValues(findings, log, contents);
            compareProgress(findings, log, progress, ledger);
        }
        return findings;
    }

    private void compareEvents(List<String> findings, Contents contents) {
        var there =
                contents.models().stream()
                        .flatMap(model -> contents.events(model).stream())
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.event().identity(), TreeMap::new, toEvents()));
        var wanted = new TreeMap<String, List<Event>>();
        kept().forEach((identity, kept) -> wanted.put(identity, List.of(kept.event())));
        if (!there.equals(wanted)) {
            findings.add("events are " + there + ", but should be " + wanted);
        }
    }

    private static Collector<RawRow<?>, ?, List<Event>> toEvents() {
        return Collectors.mapping(RawRow::event, Collectors.toList());
    }

    private void compareRefusals(List<String> findings, Contents contents) {
        var wanted = new TreeSet<RejectedRow.RefusedAt>();
        for (var log : topics.all()) {
            for (var entry : log.entries()) {
                if (entry.isVisible() && entry.sent().meaning() instanceof Meaning.Refusal at) {
                    wanted.add(at.place());
                } else if (entry.isVisible() && entry.sent().meaning() instanceof Meaning.Poison) {
                    wanted.add(
                            new RejectedRow.RefusedAt(
                                    log.lane().topic(), log.lane().partition(), entry.offset()));
                }
            }
        }
        var there = contents.rejections().stream().map(RejectedRow::refusedAt).toList();
        if (!there.containsAll(wanted) || new HashSet<>(there).size() != there.size()) {
            findings.add("refusals are " + there + ", but should be " + wanted);
        }
    }

    private void compareDifferences(List<String> findings, Contents contents) {
        var wanted = new ArrayList<Long>();
        for (var log : topics.of(SimulatedTopics.TOPICS.compatibilityChange())) {
            for (var entry : log.entries()) {
                if (entry.isVisible() && entry.sent().meaning() instanceof Meaning.Difference) {
                    wanted.add(entry.offset());
                }
            }
        }
        var there = contents.changes().stream().map(change -> change.offset()).toList();
        if (!there.equals(wanted)) {
            findings.add("changes are at " + there + ", but should be at " + wanted);
        }
    }

    /** The last value of every key, and a history with everything that is still in the log. */
    private static void compareValues(List<String> findings, SimulatedLog log, Contents contents) {
        var last = new TreeMap<String, Record>();
        var committed = new HashSet<Long>();
        var visible = new HashSet<Long>();
        Class<? extends Record> type = null;
        for (var entry : log.entries()) {
            if (entry.isCommitted() && entry.sent().meaning() instanceof Meaning.Value value) {
                type = value.type();
                last.put(value.key(), value.value());
                committed.add(entry.offset());
                if (entry.isVisible()) {
                    visible.add(entry.offset());
                }
            }
        }
        if (type != null) {
            last.values().removeIf(Objects::isNull);
            compareLatest(findings, type, last, contents);
            compareHistory(findings, type, committed, visible, contents);
        }
    }

    private static void compareLatest(
            List<String> findings,
            Class<? extends Record> type,
            Map<String, Record> wanted,
            Contents contents) {
        var there = new TreeMap<String, Record>();
        contents.latest(type).forEach(row -> there.put(row.key(), row.value()));
        if (!there.equals(wanted)) {
            findings.add("latest are " + there + ", but should be " + wanted);
        }
    }

    private static void compareHistory(
            List<String> findings,
            Class<? extends Record> type,
            Set<Long> committed,
            Set<Long> visible,
            Contents contents) {
        var there = contents.history(type).stream().map(Contents.HistoryEntry::offset).toList();
        var once = new HashSet<>(there);
        boolean kept = !there.isEmpty();
        if (kept && (once.size() != there.size() || !committed.containsAll(once))
                || kept && !once.containsAll(visible)) {
            findings.add("history of " + type + " is at " + there + ", but should be " + visible);
        }
    }

    /** Progress at the end of the log, and every record that is there read exactly once. */
    private static void compareProgress(
            List<String> findings, SimulatedLog log, Progress progress, List<LedgerEntry> ledger) {
        long at = progress.of(log.lane()).orElseThrow().nextOffset();
        if (at != log.entries().size()) {
            findings.add(log.partition() + " is stored up to " + at + " only");
        }
        long read =
                ledger.stream()
                        .filter(entry -> entry.lane().equals(log.lane()))
                        .mapToLong(LedgerEntry::read)
                        .sum();
        long visible = log.entries().stream().filter(SimulatedLog.Entry::isVisible).count();
        long committed = log.entries().stream().filter(SimulatedLog.Entry::isCommitted).count();
        if (read < visible || read > committed) {
            findings.add(log.partition() + ": " + read + " records read, not " + committed);
        }
    }
}
