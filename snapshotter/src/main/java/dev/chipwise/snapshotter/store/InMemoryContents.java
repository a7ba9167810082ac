package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.SuitabilityScore;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything in a store in memory. */
final class InMemoryContents implements Contents {

    private static final List<Class<? extends Record>> DERIVED =
            List.of(
                    CellSummary.class,
                    SuitabilityScore.class,
                    Recommendation.class,
                    CompatibilitySnapshot.class);

    private final InMemoryResultStore store;

    InMemoryContents(InMemoryResultStore store) {
        this.store = store;
    }

    @Override
    public Progress progress() {
        return store.progress();
    }

    @Override
    public List<LedgerEntry> ledger() {
        return store.ledger().stream()
                .sorted(
                        Comparator.comparingLong(LedgerEntry::batch)
                                .thenComparing(LedgerEntry::lane))
                .toList();
    }

    @Override
    public SortedSet<String> models() {
        var models =
                store.events()
                        .map(row -> row.event().modelName())
                        .collect(Collectors.toCollection(TreeSet::new));
        for (var type : DERIVED) {
            store.latest(type).forEach(row -> models.add(Key.firstPart(row.key())));
        }
        return models;
    }

    @Override
    public List<RawRow<?>> events(String model) {
        return store.events()
                .<RawRow<?>>map(row -> row)
                .filter(row -> row.event().modelName().equals(model))
                .sorted(
                        Comparator.<RawRow<?>, String>comparing(RawRow::topic)
                                .thenComparing(RawRow::eventId)
                                .thenComparing(RawRow::contentHash))
                .toList();
    }

    @Override
    public void positions(String topic, int partition, Consumer<RawPosition> each) {
        store.events()
                .filter(row -> row.topic().equals(topic) && row.partition() == partition)
                .sorted(Comparator.comparingLong(RawRow::offset))
                .forEach(
                        row ->
                                each.accept(
                                        new RawPosition(
                                                row.eventId(),
                                                row.contentHash(),
                                                row.offset(),
                                                row.batch())));
    }

    @Override
    public SortedMap<String, Long> rowsByTopic() {
        var topics =
                Stream.concat(
                        store.events().map(RawRow::topic),
                        store.rejections().stream().map(RejectedRow::topic));
        var counts =
                new TreeMap<>(
                        topics.collect(
                                Collectors.groupingBy(topic -> topic, Collectors.counting())));
        if (!store.changes().isEmpty()) {
            counts.merge(KeptTopics.CHANGES, (long) store.changes().size(), Long::sum);
        }
        return counts;
    }

    @Override
    public <T extends Record> List<LatestRow<T>> latest(Class<T> type) {
        return store.latest(type);
    }

    @Override
    public <T extends Record> List<LatestRow<T>> latest(Class<T> type, String model) {
        return latest(type).stream().filter(row -> Key.firstPart(row.key()).equals(model)).toList();
    }

    @Override
    public List<HistoryEntry> history(Class<? extends Record> type) {
        return store.history().stream()
                .filter(row -> row.type() == type)
                .map(
                        row ->
                                new HistoryEntry(
                                        row.key(), row.isGone(), row.partition(), row.offset()))
                .sorted(Comparator.comparing(HistoryEntry::key).thenComparing(HistoryEntry::offset))
                .toList();
    }

    @Override
    public List<RejectedRow> rejections() {
        return List.copyOf(store.rejections());
    }

    @Override
    public List<ChangeRow> changes() {
        return store.changes().stream()
                .sorted(
                        Comparator.comparingInt(ChangeRow::partition)
                                .thenComparingLong(ChangeRow::offset))
                .toList();
    }

    @Override
    public List<Finding> contradictions() {
        return List.of();
    }
}
