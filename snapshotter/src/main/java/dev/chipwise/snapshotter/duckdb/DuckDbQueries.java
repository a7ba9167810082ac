package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.store.LatestRow;
import dev.chipwise.snapshotter.store.LedgerEntry;
import dev.chipwise.snapshotter.store.Progress;
import dev.chipwise.snapshotter.store.Queries;
import dev.chipwise.snapshotter.store.RejectedRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers from a connection of its own to the file. */
final class DuckDbQueries implements Queries {

    private final Reader reader;
    private final Tables tables;

    DuckDbQueries(DuckDbFile file, Tables tables) {
        this.reader = new Reader(file);
        this.tables = tables;
    }

    @Override
    public List<String> models() {
        return reader.all("select_models", row -> row.text("model")).stream().sorted().toList();
    }

    @Override
    public List<VersionKey> versions(String model) {
        return reader
                .all(
                        "select_versions",
                        row -> new VersionKey(row.text("model"), row.text("version")),
                        model)
                .stream()
                .sorted(Comparator.comparing(VersionKey::version))
                .toList();
    }

    @Override
    public List<ModelVersion> registrations(String model) {
        var table = tables.raw(ModelVersion.class);
        return reader.ofTable("select_events", table.name(), table::read, model).stream()
                .sorted(
                        Comparator.comparing(ModelVersion::registeredAt)
                                .thenComparing(version -> version.envelope().eventId()))
                .toList();
    }

    @Override
    public List<BoardKey> boards(String model) {
        return reader
                .all(
                        "select_boards",
                        row ->
                                new BoardKey(
                                        row.text("model"),
                                        row.text("version"),
                                        row.text("workload")),
                        model)
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public List<CellSummary> cells(BoardKey board) {
        return ofBoard(CellSummary.class, board);
    }

    @Override
    public List<CellSummary> cells(VersionKey version) {
        return values(
                CellSummary.class, "select_latest_of_version", version.model(), version.version());
    }

    @Override
    public List<SuitabilityScore> scores(BoardKey board) {
        return ofBoard(SuitabilityScore.class, board);
    }

    @Override
    public List<SuitabilityScore> scores(String model) {
        return values(SuitabilityScore.class, "select_latest_of_model", model);
    }

    @Override
    public Optional<Recommendation> recommendation(BoardKey board, String profile) {
        return ofKey(Recommendation.class, board.profileKey(profile));
    }

    @Override
    public List<Recommendation> recommendations(String model) {
        return values(Recommendation.class, "select_latest_of_model", model);
    }

    @Override
    public Optional<CompatibilitySnapshot> snapshot(VersionKey version) {
        return ofKey(CompatibilitySnapshot.class, version.topicKey());
    }

    @Override
    public List<CompatibilitySnapshot> snapshots(String model) {
        return values(CompatibilitySnapshot.class, "select_latest_of_model", model);
    }

    @Override
    public List<CompatibilitySnapshot> snapshotHistory(VersionKey version) {
        var codec = Codecs.compatibilitySnapshot();
        return reader.all(
                "select_snapshot_history",
                row -> codec.decode(row.bytes("record")),
                version.topicKey());
    }

    @Override
    public List<CompatibilityChange> changes(String model, int most) {
        return reader.all(
                "select_changes_of_model", row -> ChangeTable.read(row).change(), model, most);
    }

    @Override
    public List<Result> results(VersionKey version) {
        return Stream.of(BenchmarkResult.class, BatteryResult.class)
                .<Result>flatMap(type -> resultsOf(tables.raw(type), version))
                .sorted(
                        Comparator.comparing((Result result) -> result.envelope().occurredAt())
                                .thenComparing(result -> result.envelope().eventId()))
                .toList();
    }

    private Stream<? extends Result> resultsOf(
            RawTable<? extends Result> table, VersionKey version) {
        return reader
                .ofTable(
                        "select_results",
                        table.name(),
                        table::read,
                        version.model(),
                        version.version())
                .stream();
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
        var counts = new TreeMap<Reason, Long>();
        reader.all(
                "select_rejected_counts",
                row -> counts.put(Reason.of(row.text("reason")), row.bigint("rows")));
        return counts;
    }

    @Override
    public List<RejectedRow> rejections(int most) {
        return reader.all("select_newest_rejections", RejectionTable::read, most);
    }

    @Override
    public Progress progress() {
        return reader.asking(ProgressReader::read);
    }

    @Override
    public List<LedgerEntry> ledger(int most) {
        return reader.all("select_newest_ledger", ProgressTables::readEntry, most);
    }

    @Override
    public SortedMap<String, Long> rowCounts() {
        return reader.rowCounts();
    }

    @Override
    public void close() {
        reader.close();
    }

    private <T extends Record> List<T> ofBoard(Class<T> type, BoardKey board) {
        return values(
                type, "select_latest_of_board", board.model(), board.version(), board.workload());
    }

    private <T extends Record> Optional<T> ofKey(Class<T> type, String key) {
        return values(type, "select_latest_of_key", key).stream().findFirst();
    }

    private <T extends Record> List<T> values(
            Class<T> type, String statement, Object... parameters) {
        return reader.latest(tables.latest(type), statement, parameters).stream()
                .map(LatestRow::value)
                .toList();
    }

    private <T extends Record> SortedMap<String, T> byKey(Class<T> type) {
        var values = new TreeMap<String, T>();
        reader.latest(tables.latest(type), "select_latest")
                .forEach(row -> values.put(row.key(), row.value()));
        return values;
    }
}
