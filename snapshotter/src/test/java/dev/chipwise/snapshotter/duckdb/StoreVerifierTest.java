package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Finding;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.PlainScoring;
import dev.chipwise.snapshotter.store.StoreVerifier;
import dev.chipwise.snapshotter.store.Stored;
import dev.chipwise.snapshotter.store.TopicReader;
import dev.chipwise.snapshotter.store.Traffic;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds nothing in a sound store, and every kind of damage in a damaged one. */
class StoreVerifierTest {

    private static final int RESULTS = 20;
    private static final String HASH = "the-hash";

    private final PlainScoring scoring = new PlainScoring();
    private final StoreVerifier verifier =
            new StoreVerifier(scoring, Catalog.shipped(), (version, scores) -> HASH);
    private final Traffic traffic = new Traffic(1);
    private DuckDbStore store;

    @BeforeEach
    void fillWithWhatBelongsTogether() {
        var results = IntStream.range(0, RESULTS).mapToObj(Samples::benchmark).toList();
        results.forEach(traffic::add);
        traffic.add(Samples.benchmark(3));
        traffic.add(Samples.version(100));
        var retraction = Samples.retraction(101, Samples.benchmark(5));
        traffic.add(retraction);
        addDerived(results, retraction);
        store = DuckDbStore.inMemory(DuckDbSettings.DEFAULT, Catalog.shipped());
        store.start(traffic.starts());
        traffic.batches(new Random(1), 7).forEach(store::write);
    }

    private void addDerived(List<BenchmarkResult> results, ResultRetraction retraction) {
        var cells = scoring.summarise(results, List.of(retraction));
        var board = cells.get(0).key().board();
        var scored = scoring.score(board, cells, List.of());
        cells.forEach(cell -> add("cell.summary.v1", cell.key().topicKey(), cell));
        scored.scores().forEach(score -> add("suitability.score.v1", score.topicKey(), score));
        scored.recommendations().forEach(one -> add("recommendation.v1", one.topicKey(), one));
        var version = new VersionKey(Samples.MODEL, Samples.VERSION);
        var snapshot = new CompatibilitySnapshot(version, List.of(), 1, HASH, Samples.RECORDED_AT);
        add("compatibility.snapshot.v1", version.topicKey(), snapshot);
    }

    private void add(String topic, String key, Record value) {
        traffic.add(Traffic.lane(topic, 0), new Stored.Current(key, value));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void findsNothingInASoundStore() {
        assertThat(verify()).isEmpty();
    }

    /** A topic that got more partitions has another place for the same key. */
    @Test
    void findsNothingWhenAnEventCameAgainInAPartitionAddedLater() {
        // Given
        var added = Traffic.lane("benchmark.result.v1", 7);
        traffic.add(added, new Stored.Accepted(Samples.benchmark(3)));

        // Then
        assertThat(verifyAsFilledAgain()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"result.rejected.v1", "compatibility.change.v1", "cell.summary.v1"})
    void findsNothingWhenATopicOfOurOwnHoldsWhatNobodyCanRead(String topic) {
        // Given
        var lane = Traffic.lane(topic, 0);
        var poison = new byte[] {1, 2};
        var unreadable =
                new RejectedResult(Reason.UNREADABLE, "no record", "k", poison, topic, 0, 900);
        traffic.add(lane, new Stored.Unreadable(unreadable));

        // Then
        assertThat(verifyAsFilledAgain()).isEmpty();
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "I1 | benchmark.result.v1 | DELETE FROM benchmark_results WHERE event_id = '${id}'",
                "I4 | batch_ledger | DELETE FROM benchmark_results WHERE event_id = '${id}'",
                "I5 | cell_summaries | DELETE FROM benchmark_results WHERE event_id = '${id}'",
                "I2 | benchmark_results | INSERT INTO benchmark_results FROM benchmark_results"
                        + " WHERE event_id = '${id}'",
                "I2 | benchmark.result.v1 | INSERT INTO benchmark_results FROM benchmark_results"
                        + " WHERE event_id = '${id}'",
                "I2 | benchmark.result.v1 | UPDATE benchmark_results SET \"offset\" = \"offset\" +"
                        + " 1 WHERE event_id = '${id}'",
                "I3 | benchmark.result.v1 | UPDATE benchmark_results SET \"offset\" = 900 WHERE"
                        + " event_id = '${id}'",
                "I2 | benchmark_results | UPDATE benchmark_results SET latency_mean_ms = 1 WHERE"
                        + " event_id = '${id}'",
                "I2 | benchmark.result.v1 | UPDATE benchmark_results SET event_id = uuid() WHERE"
                        + " event_id = '${id}'",
                "I2 | model_versions | UPDATE model_versions SET version = 'v9'",
                "I3 | sink_progress | UPDATE sink_progress SET next_offset = next_offset - 1 WHERE"
                        + " topic = 'benchmark.result.v1'",
                "I3 | batch_ledger | DELETE FROM batch_ledger WHERE batch = 1",
                "I4 | batch_ledger | UPDATE batch_ledger SET rows_new = rows_new + 1 WHERE batch ="
                        + " 1",
                "I5 | score_records | UPDATE score_records SET profiles = list_transform(profiles,"
                        + " lambda it: struct_update(it, score := 0.999))",
                "I5 | score_records | UPDATE score_records SET runs = runs + 1",
                "I5 | recommendations | UPDATE recommendations SET places = NULL",
                "I5 | suitability_scores | DELETE FROM score_records",
                "I5 | score_records | INSERT INTO score_records FROM score_records",
                "I5 | recommendations | UPDATE recommendations SET profile = 'x'",
                "I5 | cell_summaries | DELETE FROM cell_summaries",
                "I5 | compatibility_snapshots | UPDATE compatibility_snapshots SET content_hash ="
                        + " 'x'",
                "I5 | compatibility_snapshots | DELETE FROM compatibility_snapshots",
                "I5 | cell_summaries | DELETE FROM retractions"
            })
    void findsDamageAndNamesIt(Finding.Invariant invariant, String table, String damage)
            throws Exception {
        // Given
        store.file().execute(damage.replace("${id}", Samples.eventId(4)));

        // When
        var findings = verify();

        // Then
        assertThat(findings)
                .anySatisfy(
                        finding -> {
                            assertThat(finding.invariant()).isEqualTo(invariant);
                            assertThat(finding.table()).isEqualTo(table);
                            assertThat(finding.key()).isNotBlank();
                        });
    }

    @Test
    void namesTheFieldOfAScoreThatIsNotWhatTheRawEventsMake() {
        // Given
        traffic.add(Samples.benchmark(50));
        var batches = traffic.batches(new Random(1), 1000);
        try (var longer = DuckDbStore.inMemory(DuckDbSettings.DEFAULT, Catalog.shipped())) {
            longer.start(traffic.starts());
            batches.forEach(longer::write);

            // When
            var findings = verifier.verify(longer.contents());

            // Then
            assertThat(findings)
                    .anySatisfy(
                            finding ->
                                    assertThat(finding.detail())
                                            .contains(
                                                    "inputsHash is hash-19, but should be"
                                                            + " hash-20"));
        }
    }

    private List<Finding> verifyAsFilledAgain() {
        try (var another = DuckDbStore.inMemory(DuckDbSettings.DEFAULT, Catalog.shipped())) {
            another.start(traffic.starts());
            traffic.batches(new Random(1), 7).forEach(another::write);
            return verifier.verify(another.contents(), new TrafficReader(traffic));
        }
    }

    private List<Finding> verify() {
        return verifier.verify(store.contents(), new TrafficReader(traffic));
    }

    /** The topics as the traffic filled them. */
    private record TrafficReader(Traffic traffic) implements TopicReader {

        @Override
        public long read(Lane lane, long from, long to, Consumer<Arrival> each) {
            traffic.lanes().get(lane).stream()
                    .filter(arrival -> arrival.offset() >= from && arrival.offset() < to)
                    .forEach(each);
            return from;
        }
    }
}
