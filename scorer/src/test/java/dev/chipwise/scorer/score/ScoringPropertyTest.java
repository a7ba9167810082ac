package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Scoring.BoardScores;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringPropertyTest {

    private static final Collection<ScoringProfile> PROFILES = Trial.CATALOG.profiles().values();

    static LongStream seeds() {
        return LongStream.range(0, 250);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equalSetsOfEventsGiveIdenticalScores(long seed) {
        // Given
        var random = new Random(seed);
        var results = RandomTrials.results(random);
        var messy = new ArrayList<>(results);
        results.stream().filter(result -> random.nextBoolean()).forEach(messy::add);
        Collections.shuffle(messy, random);
        var messyCells = new ArrayList<>(Asked.cells(messy));
        Collections.shuffle(messyCells, random);

        // Then
        assertThat(score(messyCells)).isEqualTo(score(Asked.cells(results)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scoresLieBetweenTheirBoundsAndRanksFollowThem(long seed) {
        var scores = score(Asked.cells(RandomTrials.results(new Random(seed))));
        for (var recommendation : scores.recommendations()) {
            double above = 1;
            for (var ranked : recommendation.ranked()) {
                var score = ranked.score();
                assertThat(score.lower())
                        .isPositive()
                        .isLessThanOrEqualTo(score.score())
                        .isLessThanOrEqualTo(above);
                assertThat(score.score()).isLessThanOrEqualTo(score.upper());
                assertThat(score.upper()).isLessThanOrEqualTo(1);
                assertThat(score.confidence()).isBetween(0.0, 1.0);
                assertThat(score.tier()).isEqualTo(1 + better(recommendation, score.upper()));
                above = score.lower();
            }
        }
    }

    private static int better(Recommendation recommendation, double upper) {
        return (int)
                recommendation.ranked().stream()
                        .filter(ranked -> ranked.score().lower() > upper)
                        .count();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyHardwareIsEitherRankedOrExcludedWithAReason(long seed) {
        var cells = Asked.cells(RandomTrials.results(new Random(seed)));
        var all = new TreeSet<String>();
        cells.forEach(cell -> all.add(cell.key().hardware()));
        for (var recommendation : score(cells).recommendations()) {
            var listed = new ArrayList<>(Asked.order(recommendation));
            recommendation.excluded().forEach(each -> listed.add(each.hardware().id()));
            assertThat(listed).containsExactlyInAnyOrderElementsOf(all);
            assertThat(recommendation.excluded()).allMatch(each -> !each.detail().isBlank());
        }
    }

    /**
     * Fleming and Wallace: the ratio of two hardware with the same metrics, and so their order, is
     * theirs alone.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfTwoNeverDependsOnAThird(long seed) {
        // Given
        var random = new Random(seed);
        var two = complete(random, 2);
        var third = Trial.on("other/acme/third").latency(0.1 + random.nextDouble() * 50);
        if (random.nextBoolean()) {
            third.metric("energy_per_inference_mj", 1 + random.nextDouble())
                    .memory(random.nextInt(900) + 1);
        }
        var three = new ArrayList<>(two);
        three.add(third.result());

        for (var profile : PROFILES) {
            // When
            var without = Asked.order(recommend(two, profile));
            var with = new ArrayList<>(Asked.order(recommend(three, profile)));

            // Then
            with.remove("other/acme/third");
            assertThat(with).isEqualTo(without);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theScaleOfAUnitDoesNotChangeTheOrder(long seed) {
        // Given
        var random = new Random(seed);
        var results = complete(random, 6);
        double factor = StrictMath.exp(random.nextGaussian() * 3);
        var scaled = results.stream().map(result -> scaled(result, factor)).toList();

        // Then
        for (var profile : PROFILES) {
            assertThat(Asked.order(recommend(scaled, profile)))
                    .isEqualTo(Asked.order(recommend(results, profile)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSelectionOnlyChoosesAmongScores(long seed) {
        // Given
        var cells = Asked.cells(RandomTrials.results(new Random(seed)));
        var profile = Asked.shipped("balanced");
        var narrow = new Selection(1, "int8", null, null);
        var narrower = new Selection(1, "int8", "tflite", "cpu");
        var whole = Asked.SCORER.recommend(Trial.board(), cells, profile, Selection.ALL);

        // When
        var some = Asked.SCORER.recommend(Trial.board(), cells, profile, narrow);
        var same = Asked.SCORER.recommend(Trial.board(), cells, profile, narrower);

        // Then
        assertThat(same.ranked()).isEqualTo(some.ranked());
        for (var ranked : some.ranked()) {
            var free = Asked.of(ranked.hardware().id(), whole);
            assertThat(ranked.score().lower()).isLessThanOrEqualTo(free.lower());
            if (free.configuration().equals(ranked.score().configuration())) {
                assertThat(ranked.score().score()).isEqualTo(free.score());
                assertThat(ranked.score().upper()).isEqualTo(free.upper());
            }
        }
    }

    /** Several runs of several hardware, every metric measured, no two values alike. */
    private static List<BenchmarkResult> complete(Random random, int hardware) {
        var results = new ArrayList<BenchmarkResult>();
        for (int i = 0; i < hardware; i++) {
            int runs = 1 + random.nextInt(6);
            for (int run = 0; run < runs; run++) {
                results.add(
                        Trial.on("cpu/acme/chip-" + i)
                                .number(run)
                                .latency(5 + random.nextDouble() * 20)
                                .throughput(50 + random.nextDouble() * 200)
                                .memory(100 + random.nextDouble() * 400)
                                .result());
            }
        }
        return results;
    }

    private static BenchmarkResult scaled(BenchmarkResult result, double factor) {
        var measurements =
                result.measurements().stream()
                        .map(m -> new Measurement(m.metric(), m.value() * factor, m.unit()))
                        .toList();
        return new BenchmarkResult(
                result.envelope(),
                result.subject(),
                result.outcome(),
                measurements,
                result.evidence());
    }

    private static Recommendation recommend(List<BenchmarkResult> results, ScoringProfile profile) {
        return Asked.SCORER.recommend(Trial.board(), Asked.cells(results), profile, Selection.ALL);
    }

    private static BoardScores score(Collection<CellSummary> cells) {
        return new Scorer(Trial.CATALOG).score(Trial.board(), cells, PROFILES);
    }
}
