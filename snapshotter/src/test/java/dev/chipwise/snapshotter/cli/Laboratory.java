package dev.chipwise.snapshotter.cli;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.report.Table;
import dev.chipwise.snapshotter.snapshot.Cells;
import dev.chipwise.snapshotter.snapshot.Scores;
import dev.chipwise.snapshotter.snapshot.Snapshots;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.InMemoryResultStore;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.Queries;
import dev.chipwise.snapshotter.store.Slice;
import dev.chipwise.snapshotter.store.Stored;
import java.time.Instant;
import java.util.List;

/** A store under construction, and the access to it that commands have. */
final class Laboratory implements StoreAccess {

    private static final Lane LANE = new Lane("cluster", "id", "everything", 0);

    private final InMemoryResultStore store = new InMemoryResultStore();
    private long records;

    Laboratory() {
        store.start(List.of(LaneProgress.starting(LANE, 0)));
    }

    /** Two versions of one model on two phones: the newer one is slower on the first. */
    static Laboratory withTwoVersions() {
        var laboratory = new Laboratory();
        laboratory.measured(Cells.V1, "s24", "tflite", 10).measured(Cells.V1, "s25", "qnn", 12);
        laboratory.measured(Cells.V2, "s24", "tflite", 20).measured(Cells.V2, "s25", "qnn", 12);
        return laboratory;
    }

    /** Registers this version; a greater {@code n} is later. */
    Laboratory registered(int n, VersionKey key) {
        return event(Samples.version(n, key.model(), key.version()));
    }

    /** Results, cell, score and snapshot of ten runs near this latency. */
    Laboratory measured(VersionKey key, String device, String runtime, double latencyMs) {
        var runs = Cells.latency(Cells.steady(latencyMs, 10));
        return measured(key, Cells.cell(key, device, runtime, runs), device);
    }

    Laboratory measured(VersionKey key, CellSummary cell, String device) {
        event(
                Samples.result((int) records)
                        .of(key.model(), key.version())
                        .doing(cell.workload())
                        .benchmark());
        current(cell.key().topicKey(), cell);
        var score =
                Scores.score(
                        key,
                        cell.workload(),
                        device,
                        State.WORKS,
                        Cells.NOON,
                        Scores.profile("balanced", 0.5),
                        Scores.profile("battery", 0.25));
        current(score.topicKey(), score);
        return snapshotted(key);
    }

    /** One device whose newest run was then. */
    Laboratory measuredAt(VersionKey key, Instant newest) {
        var cell = Cells.cell(key, "s24", "tflite", Cells.latency(10, 11, 12));
        var moved =
                new CellSummary(
                        cell.key(),
                        cell.workload(),
                        cell.hardware(),
                        cell.configuration(),
                        cell.evidence(),
                        cell.metrics(),
                        cell.counts(),
                        newest,
                        cell.priorId(),
                        cell.inputsHash());
        return measured(key, moved, "s24");
    }

    Laboratory profile(ScoringProfile profile) {
        return current(profile.id(), profile);
    }

    Laboratory hardware(HardwareProfile profile) {
        return current(profile.hardware().id(), profile);
    }

    Laboratory event(Event event) {
        return write(new Stored.Accepted(event));
    }

    @Override
    public Queries queries() {
        return store.queries();
    }

    @Override
    public Table sql(String statement, int mostRows) {
        return Table.of("statement", "most").row(statement, mostRows).build();
    }

    private Laboratory snapshotted(VersionKey key) {
        List<SuitabilityScore> scores;
        try (var queries = store.queries()) {
            scores =
                    queries.scores(key.model()).stream()
                            .filter(score -> score.board().versionKey().equals(key))
                            .toList();
        }
        return current(key.topicKey(), Snapshots.of(key, scores, scores.size()));
    }

    private Laboratory current(String key, Record value) {
        return write(new Stored.Current(key, value));
    }

    private Laboratory write(Stored stored) {
        var arrival = new Arrival(records, Samples.RECORDED_AT, stored);
        store.write(new Batch(List.of(new Slice(LANE, records, ++records, 0, List.of(arrival)))));
        return this;
    }
}
