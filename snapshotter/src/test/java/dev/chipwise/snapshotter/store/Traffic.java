package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.samples.RandomScores;
import dev.chipwise.schemas.samples.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** What topics may hold: every kind of record, with duplicates, conflicts, tombstones and gaps. */
public final class Traffic {

    private static final String CLUSTER = "cluster-1";
    private static final Map<Class<?>, String> TOPICS =
            Map.of(
                    BenchmarkResult.class, "benchmark.result.v1",
                    BatteryResult.class, "battery.result.v1",
                    dev.chipwise.schemas.domain.ModelVersion.class, "model.version.v1",
                    dev.chipwise.schemas.domain.ResultRetraction.class, "result.retraction.v1",
                    CellSummary.class, "cell.summary.v1",
                    SuitabilityScore.class, "suitability.score.v1",
                    Recommendation.class, "recommendation.v1",
                    CompatibilitySnapshot.class, "compatibility.snapshot.v1");

    private final Random random;
    private final RandomScores scores;
    private final SortedMap<Lane, List<Arrival>> lanes = new TreeMap<>();
    private final SortedMap<Lane, Long> ends = new TreeMap<>();

    public Traffic(long seed) {
        random = new Random(seed);
        scores = new RandomScores(random);
    }

    /** Traffic of this many records. */
    public static Traffic of(long seed, int records) {
        var traffic = new Traffic(seed);
        for (int i = 0; i < records; i++) {
            traffic.addSomething();
        }
        return traffic;
    }

    public static Lane lane(String topic, int partition) {
        return new Lane(CLUSTER, "id-of-" + topic, topic, partition);
    }

    /** All lanes, at their start. */
    public List<LaneProgress> starts() {
        return lanes.keySet().stream().map(lane -> LaneProgress.starting(lane, 0)).toList();
    }

    public SortedMap<Lane, List<Arrival>> lanes() {
        return lanes;
    }

    public void add(Event event) {
        int partition = Math.floorMod(event.modelName().hashCode(), 2);
        add(lane(TOPICS.get(event.getClass()), partition), new Stored.Accepted(event));
    }

    public void add(Lane lane, Stored stored) {
        long offset = ends.getOrDefault(lane, 0L);
        lanes.computeIfAbsent(lane, any -> new ArrayList<>())
                .add(new Arrival(offset, recordedAt(offset), stored));
        ends.put(lane, offset + 1 + random.nextInt(2));
    }

    private static Instant recordedAt(long offset) {
        return Samples.RECORDED_AT.plusMillis(offset);
    }

    /** The whole traffic in batches, cut anywhere; lanes move at their own pace. */
    public List<Batch> batches(Random cuts, int most) {
        var batches = new ArrayList<Batch>();
        var next = new TreeMap<Lane, Integer>();
        var from = new TreeMap<Lane, Long>();
        while (lanes.keySet().stream()
                .anyMatch(lane -> next.getOrDefault(lane, 0) < lanes.get(lane).size())) {
            var slices = new ArrayList<Slice>();
            for (var lane : lanes.keySet()) {
                int at = next.getOrDefault(lane, 0);
                int to = Math.min(lanes.get(lane).size(), at + cuts.nextInt(most + 1));
                if (to > at) {
                    long start = from.getOrDefault(lane, 0L);
                    long end =
                            to == lanes.get(lane).size()
                                    ? ends.get(lane)
                                    : lanes.get(lane).get(to).offset();
                    slices.add(new Slice(lane, start, end, 3, lanes.get(lane).subList(at, to)));
                    next.put(lane, to);
                    from.put(lane, end);
                }
            }
            if (!slices.isEmpty()) {
                batches.add(new Batch(slices));
            }
        }
        return batches;
    }

    private void addSomething() {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> add(benchmark());
            case 4 -> add(Samples.result(random.nextInt(40)).of(model(), "v1").battery());
            case 5 -> add(Samples.version(random.nextInt(30), model(), "v" + random.nextInt(3)));
            case 6 ->
                    add(
                            Samples.retraction(
                                    500 + random.nextInt(20),
                                    Samples.benchmark(random.nextInt(20))));
            case 7 -> addDerived(SuitabilityScore.class, "m|v|w|h" + random.nextInt(3), score());
            case 8 ->
                    addDerived(
                            Recommendation.class, "m|v|w|p" + random.nextInt(3), recommendation());
            case 9 ->
                    addDerived(CompatibilitySnapshot.class, "m|v" + random.nextInt(3), snapshot());
            case 10 -> addDerived(CellSummary.class, "m|v|w|h|c" + random.nextInt(3), cell());
            default -> addRefusal();
        }
    }

    /** Twenty ids with three contents each, over three models. */
    private BenchmarkResult benchmark() {
        int n = random.nextInt(60);
        return Samples.result(n)
                .of("model-" + n % 3, "v1")
                .measuring("latency_mean_ms", 10.0 + random.nextInt(3))
                .benchmark();
    }

    private String model() {
        return "model-" + random.nextInt(3);
    }

    private <T extends Record> void addDerived(Class<T> type, String key, T value) {
        var lane = lane(TOPICS.get(type), 0);
        add(
                lane,
                random.nextInt(6) == 0
                        ? new Stored.Gone(type, key)
                        : new Stored.Current(key, value));
    }

    private void addRefusal() {
        var result =
                new RejectedResult(
                        Reason.NEGATIVE,
                        "is -1",
                        "k",
                        new byte[] {1, 2},
                        "benchmark.result.v1",
                        0,
                        random.nextInt(20));
        switch (random.nextInt(4)) {
            case 0 -> add(lane("benchmark.result.v1", 0), new Stored.Refused(Reason.NEGATIVE));
            case 1 ->
                    add(
                            lane("compatibility.change.v1", 1),
                            new Stored.Changed(scores.compatibilityChange()));
            default ->
                    add(
                            lane("result.rejected.v1", 0),
                            new Stored.Rejected(result, Samples.eventId(1)));
        }
    }

    private CellSummary cell() {
        var cell = scores.cellSummary();
        return new CellSummary(
                new CellKey(new BoardKey("m", "v", "w"), "h", "c"),
                cell.workload(),
                cell.hardware(),
                cell.configuration(),
                cell.evidence(),
                cell.metrics(),
                cell.counts(),
                cell.newest(),
                cell.priorId(),
                cell.inputsHash());
    }

    private SuitabilityScore score() {
        return scores.suitabilityScore();
    }

    private Recommendation recommendation() {
        return scores.recommendation();
    }

    private CompatibilitySnapshot snapshot() {
        var snapshot = scores.compatibilitySnapshot();
        return new CompatibilitySnapshot(
                new VersionKey("m", "v"),
                snapshot.entries(),
                random.nextInt(99),
                "hash",
                snapshot.asOf());
    }
}
