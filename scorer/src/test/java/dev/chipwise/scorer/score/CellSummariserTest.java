package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.ResultRetraction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellSummariserTest {

    private static final String PHONE = "qualcomm/acme/phone";

    @Test
    void aRunThatWasTakenBackSaysNothingOfTheMemory() {
        var right = Trial.on(PHONE).number(1).deviceMemory(8192).latency(10).result();
        var slip = Trial.on(PHONE).number(2).deviceMemory(8).latency(10).result();

        var cells = Asked.SCORER.summarise(List.of(right, slip), List.of(Trial.retraction(slip)));

        assertThat(cells.get(0).hardware().memoryMb()).isEqualTo(8192.0);
    }

    @Test
    void aSimulatedRunSaysNothingOfTheMemoryOfARealOne() {
        var real = Trial.on(PHONE).number(1).deviceMemory(8192).latency(10).result();
        var simulated =
                Trial.on(PHONE)
                        .number(2)
                        .deviceMemory(8)
                        .latency(10)
                        .evidence(Evidence.SIMULATED)
                        .result();

        var cells = Asked.SCORER.summarise(List.of(real, simulated), List.of());

        assertThat(cells.get(0).hardware().memoryMb()).isEqualTo(8192.0);
    }

    @Test
    void summarisesTheBestEvidenceAlone() {
        // Given
        var simulated = Trial.on(PHONE).evidence(Evidence.SIMULATED).number(1).latency(1);
        var real = Trial.on(PHONE).number(2).latency(10);
        var mock = Trial.on(PHONE).evidence(Evidence.MOCK).number(3).latency(100);

        // When
        var summary = only(simulated, real, mock);

        // Then
        assertThat(summary.evidence()).isEqualTo(Evidence.REAL);
        assertThat(summary.metric("latency_mean_ms").orElseThrow().min()).isEqualTo(10);
        assertThat(summary.counts().runs()).isEqualTo(1);
        assertThat(summary.newest()).isEqualTo(real.result().envelope().occurredAt());
    }

    @Test
    void retractedEvidenceMakesWayForTheNextBest() {
        var real = Trial.on(PHONE).latency(10).result();
        var mock = Trial.on(PHONE).evidence(Evidence.MOCK).latency(100).result();
        var summaries =
                Asked.SCORER.summarise(List.of(real, mock), List.of(Trial.retraction(real)));
        assertThat(summaries).extracting(CellSummary::evidence).containsExactly(Evidence.MOCK);
    }

    @Test
    void aCellWhoseRunsAreAllRetractedIsGone() {
        var real = Trial.on(PHONE).latency(10).result();
        assertThat(Asked.SCORER.summarise(List.of(real), List.of(Trial.retraction(real))))
                .isEmpty();
    }

    @Test
    void aRetractionOfTheUnknownChangesNothing() {
        var kept = Trial.on(PHONE).latency(10).result();
        var unknown = Trial.on(PHONE).number(9).latency(99).result();
        assertThat(Asked.SCORER.summarise(List.of(kept), List.of(Trial.retraction(unknown))))
                .isEqualTo(Asked.SCORER.summarise(List.of(kept), List.of()));
    }

    @Test
    void skippedRunsAreNeitherSuccessNorFailure() {
        // When
        var counts =
                only(
                                Trial.on(PHONE).number(1).latency(10),
                                Trial.on(PHONE).number(2).failed("crash"),
                                Trial.on(PHONE).number(3).ended(Outcome.Status.SKIPPED, null),
                                Trial.on(PHONE).number(4).ended(Outcome.Status.UNSUPPORTED, null))
                        .counts();

        // Then
        assertThat(counts.successes()).isEqualTo(1);
        assertThat(counts.failures()).isEqualTo(2);
        assertThat(counts.skipped()).isEqualTo(1);
        assertThat(counts.unsupported()).isEqualTo(1);
        assertThat(counts.trailingFailures()).isEqualTo(2);
        assertThat(counts.failureClasses()).containsEntry("crash", 1).containsEntry("unknown", 1);
    }

    /** The tests' own zone is another one. */
    @Test
    void countsDaysOfSuccessInUtc() {
        var morning = Trial.on(PHONE).day(0).number(0).latency(10);
        var evening = Trial.on(PHONE).day(0).number(1439).latency(10);
        var midnight = Trial.on(PHONE).day(1).number(0).latency(10);
        var failed = Trial.on(PHONE).day(2).failed("crash");
        assertThat(only(morning, evening, failed).counts().days()).isEqualTo(1);
        assertThat(only(evening, midnight, failed).counts().days()).isEqualTo(2);
    }

    @Test
    void namesTheNewestRunsAsEvidence() {
        var trials = new ArrayList<BenchmarkResult>();
        for (int i = 0; i < 7; i++) {
            trials.add(Trial.on(PHONE).number(i).latency(10).result());
        }
        var newestFirst = new ArrayList<>(trials.subList(2, 7));
        Collections.reverse(newestFirst);
        assertThat(Asked.cells(trials).get(0).counts().evidenceIds())
                .containsExactlyElementsOf(
                        newestFirst.stream().map(r -> r.envelope().eventId()).toList());
    }

    @Test
    void derivesTheShareOfLayersOffTheCpuRunByRun() {
        var share =
                only(
                                Trial.on(PHONE).number(1).layers(30, 22).latency(10),
                                Trial.on(PHONE).number(2).layers(60, 40).latency(10))
                        .metric("layers_accelerated_pct")
                        .orElseThrow();
        assertThat(share.newest()).isEqualTo(60);
        assertThat(share.max()).isEqualTo(60);
        assertThat(share.min()).isEqualTo(100 * 30 / 52.0);
    }

    @Test
    void countsOfNoLayersGiveNoShare() {
        assertThat(only(Trial.on(PHONE).layers(0, 0).latency(10)).metric("layers_accelerated_pct"))
                .isEmpty();
    }

    @Test
    void theInputsHashTellsContentsApart() {
        assertThat(only(Trial.on(PHONE).latency(10)).inputsHash())
                .isEqualTo(only(Trial.on(PHONE).latency(10)).inputsHash())
                .isNotEqualTo(only(Trial.on(PHONE).latency(11)).inputsHash());
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderDuplicationRetractionAndLatenessGiveIdenticalSummaries(long seed) {
        // Given
        var random = new Random(seed);
        var scorer = new Scorer(Trial.CATALOG, 6);
        var results = RandomTrials.results(random);
        var retractions =
                results.stream()
                        .filter(result -> random.nextInt(6) == 0)
                        .map(Trial::retraction)
                        .toList();

        // When
        var tidy = scorer.summarise(results, retractions);
        var messy = scorer.summarise(messed(results, random), messed(retractions, random));

        // Then
        assertThat(messy).isEqualTo(tidy);
        assertThat(byOneWindowAtATime(results, retractions, random)).isEqualTo(tidy);
    }

    /** Retractions and results in one shuffled stream, as a topology meets them. */
    private static List<CellSummary> byOneWindowAtATime(
            List<BenchmarkResult> results, List<ResultRetraction> retractions, Random random) {
        var cells = new CellCollector(Trial.CATALOG, 6);
        var arrivals = new ArrayList<Runnable>();
        results.forEach(result -> arrivals.add(() -> cells.add(result)));
        retractions.forEach(retraction -> arrivals.add(() -> cells.retract(retraction)));
        messed(arrivals, random).forEach(Runnable::run);
        return cells.summaries(new CellSummariser(Trial.CATALOG));
    }

    private static <T> List<T> messed(List<T> events, Random random) {
        var messy = new ArrayList<>(events);
        events.stream().filter(event -> random.nextBoolean()).forEach(messy::add);
        Collections.shuffle(messy, random);
        return messy;
    }

    private static CellSummary only(Trial... trials) {
        var cells = Asked.cells(trials);
        assertThat(cells).hasSize(1);
        return cells.get(0);
    }
}
