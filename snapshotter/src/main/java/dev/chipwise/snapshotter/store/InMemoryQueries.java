package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers from memory. */
final class InMemoryQueries implements Queries {

    private static final Comparator<LedgerEntry> NEWEST_FIRST =
            Comparator.comparingLong(LedgerEntry::batch)
                    .reversed()
                    .thenComparing(LedgerEntry::lane);
    private static final Comparator<RejectedRow> NEWEST_REJECTION =
            Comparator.comparingLong(RejectedRow::batch)
                    .reversed()
                    .thenComparing(RejectedRow::refusedAt);

    private final InMemoryResultStore store;

    InMemoryQueries(InMemoryResultStore store) {
        this.store = store;
    }

    @Override
    public List<String> models() {
        return events().filter(event -> !(event instanceof ResultRetraction))
                .map(event -> event.modelName())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<VersionKey> versions(String model) {
        var measured =
                store.events()
                        .map(RawRow::event)
                        .filter(Result.class::isInstance)
                        .map(event -> ((Result) event).subject().board().versionKey());
        var registered = events(ModelVersion.class).map(ModelVersion::key);
        return Stream.concat(measured, registered)
                .filter(key -> key.model().equals(model))
                .distinct()
                .sorted(Comparator.comparing(VersionKey::version))
                .toList();
    }

    @Override
    public List<ModelVersion> registrations(String model) {
        return events(ModelVersion.class)
                .filter(version -> version.modelName().equals(model))
                .sorted(
                        Comparator.comparing(ModelVersion::registeredAt)
                                .thenComparing(version -> version.envelope().eventId()))
                .toList();
    }

    @Override
    public List<BoardKey> boards(String model) {
        return values(CellSummary.class, cell -> cell.key().board().model().equals(model)).stream()
                .map(cell -> cell.key().board())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<CellSummary> cells(BoardKey board) {
        return values(CellSummary.class, cell -> cell.key().board().equals(board));
    }

    @Override
    public List<CellSummary> cells(VersionKey version) {
        return values(CellSummary.class, cell -> cell.key().board().versionKey().equals(version));
    }

    @Override
    public List<SuitabilityScore> scores(BoardKey board) {
        return values(SuitabilityScore.class, score -> score.board().equals(board));
    }

    @Override
    public List<SuitabilityScore> scores(String model) {
        return values(SuitabilityScore.class, score -> score.board().model().equals(model));
    }

    @Override
    public Optional<Recommendation> recommendation(BoardKey board, String profile) {
        return values(Recommendation.class, r -> r.topicKey().equals(board.profileKey(profile)))
                .stream()
                .findFirst();
    }

    @Override
    public List<Recommendation> recommendations(String model) {
        return values(Recommendation.class, r -> r.board().model().equals(model));
    }

    @Override
    public Optional<CompatibilitySnapshot> snapshot(VersionKey version) {
        return values(CompatibilitySnapshot.class, s -> s.key().equals(version)).stream()
                .findFirst();
    }

    @Override
    public List<CompatibilitySnapshot> snapshots(String model) {
        return values(CompatibilitySnapshot.class, s -> s.key().model().equals(model));
    }

    @Override
    public List<CompatibilitySnapshot> snapshotHistory(VersionKey version) {
        return store.history().stream()
                .filter(row -> row.value() instanceof CompatibilitySnapshot)
                .map(row -> (CompatibilitySnapshot) row.value())
                .filter(snapshot -> snapshot.key().equals(version))
                .toList();
    }

    @Override
    public List<CompatibilityChange> changes(String model, int most) {
        return store.changes().stream()
                .filter(row -> row.change().model().equals(model))
                .sorted(Comparator.comparingLong(ChangeRow::offset).reversed())
                .limit(most)
                .map(ChangeRow::change)
                .toList();
    }

    @Override
    public List<Result> results(VersionKey version) {
        var retractions = events(ResultRetraction.class).toList();
        return events().filter(Result.class::isInstance)
                .map(Result.class::cast)
                .filter(result -> result.subject().board().versionKey().equals(version))
                .filter(result -> retractions.stream().noneMatch(it -> it.takesBack(result)))
                .sorted(
                        Comparator.comparing((Result result) -> result.envelope().occurredAt())
                                .thenComparing(result -> result.envelope().eventId()))
                .toList();
    }

    @Override
    public SortedMap<String, ScoringProfile> profiles() {
        return byKey(ScoringProfile.class);
    }

    @Override
    public SortedMap<String, HardwareProfile> hardware() {
        return byKey(HardwareProfile.class);
    }

    @Override
    public SortedMap<Reason, Long> rejectedCounts() {
        return store.rejections().stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.result().reason(), TreeMap::new, Collectors.counting()));
    }

    @Override
    public List<RejectedRow> rejections(int most) {
        return store.rejections().stream().sorted(NEWEST_REJECTION).limit(most).toList();
    }

    @Override
    public Progress progress() {
        return store.progress();
    }

    @Override
    public List<LedgerEntry> ledger(int most) {
        return store.ledger().stream().sorted(NEWEST_FIRST).limit(most).toList();
    }

    @Override
    public SortedMap<String, Long> rowCounts() {
        return new InMemoryContents(store).rowsByTopic();
    }

    @Override
    public void close() {}

    private Stream<? extends dev.chipwise.schemas.domain.Event> events() {
        return store.events().map(RawRow::event);
    }

    private <E> Stream<E> events(Class<E> type) {
        return events().filter(type::isInstance).map(type::cast);
    }

    private <T extends Record> List<T> values(Class<T> type, Predicate<T> wanted) {
        return store.latest(type).stream().map(LatestRow::value).filter(wanted).toList();
    }

    private <T extends Record> SortedMap<String, T> byKey(Class<T> type) {
        var values = new TreeMap<String, T>();
        store.latest(type).forEach(row -> values.put(row.key(), row.value()));
        return values;
    }
}
