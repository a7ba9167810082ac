package dev.chipwise.snapshotter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Claim;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.samples.RandomScores;
import dev.chipwise.schemas.samples.Samples;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store promises; a new store says only how a fresh one is made. */
public abstract class ResultStoreContract {

    private static final Catalog CATALOG = Catalog.shipped();

    private static final Lane BENCHMARKS = Traffic.lane("benchmark.result.v1", 0);

    private ResultStore store;

    protected abstract ResultStore fresh();

    @BeforeEach
    void open() {
        store = fresh();
    }

    @AfterEach
    void close() {
        store.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void knowsWhereToContinue() {
        // When
        startBenchmarksAt(5);
        var outcome =
                write(5, 9, new Arrival(6, Samples.RECORDED_AT, accepted(Samples.benchmark(1))));

        // Then
        assertThat(store.progress().of(BENCHMARKS)).contains(new LaneProgress(BENCHMARKS, 5, 9, 2));
        assertThat(outcome.entries())
                .containsExactly(new LedgerEntry(1, BENCHMARKS, 5, 8, 1, 1, 0, 0));
        assertThat(store.queries().ledger(10)).isEqualTo(outcome.entries());
    }

    @Test
    void refusesABatchThatDoesNotContinueAndChangesNothing() {
        // Given
        startBenchmarksAt(0);
        write(0, 1, new Arrival(0, Samples.RECORDED_AT, accepted(Samples.benchmark(1))));
        var before = StoreText.all(store.contents());

        // When
        assertThatThrownBy(
                        () ->
                                write(
                                        0,
                                        2,
                                        new Arrival(
                                                1,
                                                Samples.RECORDED_AT,
                                                accepted(Samples.benchmark(2)))))
                .isInstanceOf(FencedException.class);

        // Then
        assertThat(StoreText.all(store.contents())).isEqualTo(before);
    }

    @Test
    void keepsOfTwoContentsTheSmallerClaimInWhicheverOrderTheyArrive() {
        // Given
        var one = Samples.result(1).measuring("latency_mean_ms", 1).benchmark();
        var other = Samples.result(1).measuring("latency_mean_ms", 2).benchmark();
        boolean first = Claim.of(one, CATALOG).compareTo(Claim.of(other, CATALOG)) < 0;
        var smaller = first ? one : other;
        var larger = first ? other : one;
        startBenchmarksAt(0);

        // When
        write(0, 1, new Arrival(0, Samples.RECORDED_AT, accepted(larger)));
        var replacing = write(1, 2, new Arrival(1, Samples.RECORDED_AT, accepted(smaller)));
        var repeating = write(2, 3, new Arrival(2, Samples.RECORDED_AT, accepted(smaller)));

        // Then
        assertThat(replacing.entries().get(0).rejected()).isEqualTo(1);
        assertThat(repeating.entries().get(0).duplicate()).isEqualTo(1);
        assertThat(store.contents().events(Samples.MODEL))
                .singleElement()
                .satisfies(row -> assertThat(row.event()).isEqualTo(smaller))
                .satisfies(row -> assertThat(row.offset()).isEqualTo(1));
    }

    @Test
    void keepsBothEventsThatAnIdWasUsedFor() {
        // Given
        var one = Samples.result(1).of(Samples.MODEL, "v1").benchmark();
        var other = Samples.result(1).of(Samples.MODEL, "v2").benchmark();
        startBenchmarksAt(0);

        // When
        write(0, 1, new Arrival(0, Samples.RECORDED_AT, accepted(one)));
        var outcome = write(1, 2, new Arrival(1, Samples.RECORDED_AT, accepted(other)));

        // Then
        assertThat(outcome.entries().get(0).fresh()).isEqualTo(1);
        assertThat(store.contents().events(Samples.MODEL))
                .<Event>map(row -> row.event())
                .containsExactlyInAnyOrder(one, other);
        assertThat(store.contents().contradictions()).isEmpty();
    }

    @Test
    void anEventToldInOtherWordsIsADuplicate() {
        // Given
        var event = Samples.result(1).benchmark();
        var labels = new TreeMap<>(Map.of("told", "again"));
        var envelope = event.envelope();
        var again =
                Samples.result(1)
                        .with(
                                new Envelope(
                                        envelope.eventId(),
                                        envelope.occurredAt(),
                                        envelope.source(),
                                        envelope.ci(),
                                        labels))
                        .benchmark();
        startBenchmarksAt(0);

        // When
        write(0, 1, new Arrival(0, Samples.RECORDED_AT, accepted(event)));
        var outcome = write(1, 2, new Arrival(1, Samples.RECORDED_AT, accepted(again)));

        // Then
        assertThat(outcome.entries().get(0).duplicate()).isEqualTo(1);
        assertThat(store.contents().events(Samples.MODEL)).hasSize(1);
    }

    @Test
    void countsWhatItRefusesWithoutKeepingIt() {
        // When
        startBenchmarksAt(0);
        var outcome =
                write(
                        0,
                        1,
                        new Arrival(0, Samples.RECORDED_AT, new Stored.Refused(Reason.CHARGING)));

        // Then
        assertThat(outcome.entries().get(0).rejected()).isEqualTo(1);
        assertThat(store.contents().models()).isEmpty();
    }

    @Test
    void keepsTheLastValueOfAKeyAndForgetsADeletedOne() {
        // Given
        var lane = Traffic.lane("suitability.score.v1", 0);
        var scores = new RandomScores(new Random(7));
        var first = scores.suitabilityScore();
        var last = scores.suitabilityScore();
        store.start(List.of(LaneProgress.starting(lane, 0)));

        var arrivals =
                List.of(
                        new Arrival(0, Samples.at(1), new Stored.Current("m|v|w|a", first)),
                        new Arrival(1, Samples.at(2), new Stored.Current("m|v|w|b", first)),
                        new Arrival(2, Samples.at(3), new Stored.Current("m|v|w|a", last)),
                        new Arrival(
                                3, Samples.at(4), new Stored.Gone(first.getClass(), "m|v|w|b")));

        // When
        store.write(new Batch(List.of(new Slice(lane, 0, 4, 1, arrivals))));

        // Then
        assertThat(store.contents().latest(SuitabilityScore.class))
                .singleElement()
                .satisfies(row -> assertThat(row.value()).isEqualTo(last));
        assertThat(store.contents().history(SuitabilityScore.class)).hasSize(4);
    }

    @Test
    void answersFromWhatItHolds() {
        // Given
        startBenchmarksAt(0);
        write(
                0,
                2,
                new Arrival(0, Samples.RECORDED_AT, accepted(Samples.benchmark(1))),
                new Arrival(1, Samples.RECORDED_AT, accepted(Samples.benchmark(2))));

        // When
        try (var queries = store.queries()) {
            // Then
            assertThat(queries.models()).containsExactly(Samples.MODEL);
            assertThat(queries.versions(Samples.MODEL)).hasSize(1);
            assertThat(queries.results(queries.versions(Samples.MODEL).get(0)))
                    .containsExactly(Samples.benchmark(1), Samples.benchmark(2));
            assertThat(queries.boards(Samples.MODEL)).isEmpty();
            assertThat(queries.rejectedCounts()).isEmpty();
        }
    }

    @Test
    void aRetractionTakesBackOnlyTheResultWhoseSlotItNames() {
        // Given
        var result = Samples.result(1).benchmark();
        var simulated = Samples.result(1).with(Evidence.SIMULATED).benchmark();
        var version = result.subject().board().versionKey();
        startBenchmarksAt(0);
        var retractions = Traffic.lane("result.retraction.v1", 0);
        store.start(List.of(LaneProgress.starting(retractions, 0)));
        write(0, 1, new Arrival(0, Samples.RECORDED_AT, accepted(result)));

        // When
        retract(retractions, 0, Samples.retraction(2, simulated));

        // Then
        assertThat(results(version)).containsExactly(result);

        // When
        retract(retractions, 1, Samples.retraction(3, result));

        // Then
        assertThat(results(version)).isEmpty();
    }

    private void retract(Lane lane, long offset, ResultRetraction retraction) {
        var arrival = new Arrival(offset, Samples.RECORDED_AT, new Stored.Accepted(retraction));
        store.write(new Batch(List.of(new Slice(lane, offset, offset + 1, 2, List.of(arrival)))));
    }

    private List<Result> results(VersionKey version) {
        try (var queries = store.queries()) {
            return queries.results(version);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsTheSameAsMemoryAfterAnyTraffic(long seed) {
        // Given
        var traffic = Traffic.of(seed, 50);
        var batches = traffic.batches(new Random(seed), 6 + (int) seed % 20);
        var memory = new InMemoryResultStore();
        memory.start(traffic.starts());
        store.start(traffic.starts());

        // When
        batches.forEach(store::write);
        batches.forEach(memory::write);

        // Then
        assertThat(StoreText.all(store.contents())).isEqualTo(StoreText.all(memory.contents()));
        assertThat(store.contents().contradictions()).isEmpty();
        assertThat(store.contents().latest(CellSummary.class, "m"))
                .hasSameSizeAs(memory.contents().latest(CellSummary.class));
    }

    private void startBenchmarksAt(long offset) {
        store.start(List.of(LaneProgress.starting(BENCHMARKS, offset)));
    }

    private BatchOutcome write(long from, long next, Arrival... arrivals) {
        return store.write(
                new Batch(List.of(new Slice(BENCHMARKS, from, next, 2, List.of(arrivals)))));
    }

    private static Stored accepted(BenchmarkResult result) {
        return new Stored.Accepted(result);
    }
}
