package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Recommendation.Ranked;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final String A = "qualcomm/acme/a";
    private static final String B = "qualcomm/acme/b";
    private static final String C = "qualcomm/acme/c";
    private static final ScoringProfile LATENCY = Asked.weighing("latency", 1);

    @Test
    void equalHardwareIsOneTierInOrderOfId() {
        var answer =
                Asked.recommend(
                        LATENCY,
                        Trial.on(C).latency(11),
                        Trial.on(A).latency(11),
                        Trial.on(B).latency(11));
        assertThat(Asked.order(answer)).containsExactly(A, B, C);
        assertThat(answer.ranked()).extracting(ranked -> ranked.score().tier()).containsOnly(1);
        assertThat(answer.ranked())
                .extracting(ranked -> ranked.score().rank())
                .containsExactly(1, 2, 3);
        assertThat(answer.ranked()).extracting(ranked -> ranked.score().score()).containsOnly(1.0);
    }

    /** One run each: bounds reach 10.66 % either way, so 22 % apart is a tie and 25 % is not. */
    @Test
    void overlappingBoundsAreOneTier() {
        var answer =
                Asked.recommend(
                        LATENCY,
                        Trial.on(A).latency(100),
                        Trial.on(B).latency(122),
                        Trial.on(C).latency(125));
        assertThat(Asked.of(A, answer).tier()).isEqualTo(1);
        assertThat(Asked.of(B, answer).tier()).isEqualTo(1);
        assertThat(Asked.of(C, answer).tier()).isEqualTo(2);
    }

    /** t(0.95, 4) = 2.131847 times the prior's 0.05. */
    @Test
    void oneRunIsBoundedByThePrior() {
        var answer = Asked.recommend(LATENCY, Trial.on(A).latency(100), Trial.on(B).latency(200));
        double reach = 2.131847 * 0.05;
        assertThat(Asked.of(B, answer).score()).isCloseTo(0.5, within(1e-12));
        assertThat(Asked.of(B, answer).lower())
                .isCloseTo(0.5 * StrictMath.exp(-reach), within(1e-12));
        assertThat(Asked.of(B, answer).upper())
                .isCloseTo(0.5 * StrictMath.exp(reach), within(1e-12));
        assertThat(Asked.of(B, answer).confidence())
                .isCloseTo(StrictMath.exp(-reach), within(1e-12));
        assertThat(Asked.of(A, answer).upper()).isEqualTo(1);
    }

    @Test
    void moreMetricsMakeWiderBounds() {
        var one = Asked.recommend(LATENCY, Trial.on(A).latency(100));
        var two =
                Asked.recommend(
                        Asked.weighing("latency", 1, "memory", 1e-9),
                        Trial.on(A).latency(100).memory(5));
        assertThat(Asked.of(A, two).lower()).isLessThan(Asked.of(A, one).lower());
    }

    @Test
    void aMetricThatNobodyHasIsLeftOutAndNamed() {
        var answer =
                Asked.recommend(
                        Asked.shipped("balanced"),
                        Trial.on(A).throughput(100).latency(10),
                        Trial.on(B).throughput(50).latency(20));
        assertThat(answer.metricsLeftOut()).containsExactly("memory_peak_mb");
        assertThat(Asked.of(B, answer).score()).isCloseTo(0.5, within(1e-12));
        assertThat(Asked.of(B, answer).why().get(0).weight()).isCloseTo(0.375, within(1e-12));
        assertThat(Asked.of(B, answer).why().get(1).weight()).isCloseTo(0.625, within(1e-12));
    }

    @Test
    void aMissingMetricIsWorstBelowMedianInTheMiddleAndBestAbove() {
        // Given
        var profile = Asked.weighing("memory", 1, "latency", 1);
        var answer =
                Asked.recommend(
                        profile,
                        Trial.on(A).latency(10),
                        Trial.on(B).latency(10).memory(100),
                        Trial.on(C).latency(10).memory(400));

        // Then: half the weight is memory, the median of 100 and 400 is 200
        assertThat(Asked.of(A, answer).score()).isCloseTo(StrictMath.sqrt(0.5), within(1e-12));
        assertThat(Asked.of(A, answer).lower()).isEqualTo(Asked.of(C, answer).lower());
        assertThat(Asked.of(A, answer).upper()).isEqualTo(Asked.of(B, answer).upper());
        assertThat(Asked.of(A, answer).confidence()).isLessThan(Asked.of(C, answer).confidence());
        assertThat(Asked.of(A, answer).why().get(1).value()).isNull();
    }

    @Test
    void nothingMeasuredOfAProfileIsExcludedNotGuessed() {
        var answer = Asked.recommend(LATENCY, Trial.on(A).latency(10), Trial.on(B).memory(10));
        assertThat(Asked.order(answer)).containsExactly(A);
        assertThat(Asked.excluded(answer).get(B)).startsWith("metrics: ");
    }

    @Test
    void theBestConfigurationHasTheHighestLowerBound() {
        // Given: fp16 is a little faster in its only run, int8 was seen often
        var trials = new Trial[9];
        for (int i = 0; i < 8; i++) {
            trials[i] = Trial.on(A).number(i).latency(10);
        }
        trials[8] = Trial.on(A).precision("fp16").latency(9.8);

        // When
        var answer = Asked.recommend(LATENCY, trials);

        // Then
        assertThat(Asked.of(A, answer).configuration().precision()).isEqualTo("int8");
        assertThat(Asked.of(A, answer).score()).isCloseTo(0.98, within(1e-12));
        assertThat(answer.ranked().get(0).runs()).isEqualTo(8);
    }

    @Test
    void aBrokenConfigurationMakesWayForOneThatWorks() {
        var answer =
                Asked.recommend(
                        LATENCY,
                        Trial.on(A).number(1).latency(1),
                        Trial.on(A).number(2).failed("crash"),
                        Trial.on(A).number(3).failed("crash"),
                        Trial.on(A).precision("fp16").latency(3));
        assertThat(Asked.of(A, answer).configuration().precision()).isEqualTo("fp16");
        assertThat(answer.ranked()).extracting(Ranked::state).containsExactly(State.WORKS);
    }

    @Test
    void brokenHardwareIsListedWithItsReasonAndScoresNothing() {
        // Given
        var trials =
                new Trial[] {
                    Trial.on(A).latency(10),
                    Trial.on(B).number(1).failed("out_of_memory"),
                    Trial.on(B).number(2).failed("out_of_memory"),
                    Trial.on(C).ended(Outcome.Status.SKIPPED, null)
                };

        // When
        var answer = Asked.recommend(LATENCY, trials);
        var score = Asked.scoreOf(B, trials).profiles().get(0);

        // Then
        assertThat(Asked.excluded(answer))
                .containsEntry(
                        B,
                        "state: broken: 2 failures since the last success of 0: {out_of_memory=2}")
                .containsEntry(C, "state: untested: never tried, skipped 1 times");
        assertThat(List.of(score.score(), score.lower(), score.upper(), score.confidence()))
                .containsOnly(0.0);
        assertThat(score.rank()).isZero();
        assertThat(score.configuration()).isNull();
        assertThat(Asked.scoreOf(B, trials).grade()).isEqualTo(Grade.I);
    }

    @Test
    void budgetsGateAndKeepEveryOtherScore() {
        // Given
        var trials =
                new Trial[] {
                    Trial.on(A).latency(10).metric("latency_p95_ms", 30),
                    Trial.on(B).latency(12).metric("latency_p95_ms", 31),
                    Trial.on(C).latency(14)
                };
        var limited = Asked.weighing(Map.of("latency_p95_ms", 30.0), "latency", 1);

        // When
        var answer = Asked.recommend(limited, trials);

        // Then
        assertThat(Asked.order(answer)).containsExactly(A);
        assertThat(Asked.excluded(answer))
                .containsEntry(B, "budget: latency_p95_ms 31 ms, budget 30 ms")
                .containsEntry(C, "budget: latency_p95_ms not measured");
        assertThat(Asked.of(A, answer))
                .usingRecursiveComparison()
                .isEqualTo(Asked.of(A, Asked.recommend(LATENCY, trials)));
    }

    @Test
    void aBudgetIsTheLeastWhereHigherIsBetter() {
        var limited = Asked.weighing(Map.of("throughput_items_per_second", 100.0), "latency", 1);
        var answer =
                Asked.recommend(
                        limited,
                        Trial.on(A).latency(10).throughput(100),
                        Trial.on(B).latency(9).throughput(99));
        assertThat(Asked.order(answer)).containsExactly(A);
    }

    @Test
    void aBudgetOnAMetricThatIsNotScoredIsAboutTheWorstRun() {
        var limited = Asked.weighing(Map.of("temperature_max_c", 45.0), "latency", 1);
        var answer =
                Asked.recommend(
                        limited,
                        Trial.on(A).latency(10).metric("temperature_max_c", 44),
                        Trial.on(B).number(1).latency(9).metric("temperature_max_c", 46),
                        Trial.on(B).number(2).latency(9).metric("temperature_max_c", 40));
        assertThat(Asked.order(answer)).containsExactly(A);
        assertThat(Asked.excluded(answer).get(B)).contains("temperature_max_c 46 C");
    }

    @Test
    void anotherConfigurationMayKeepTheBudget() {
        var limited = Asked.weighing(Map.of("memory_peak_mb", 200.0), "latency", 1);
        var answer =
                Asked.recommend(
                        limited,
                        Trial.on(A).latency(5).memory(300),
                        Trial.on(A).precision("fp16").latency(8).memory(150));
        assertThat(Asked.of(A, answer).configuration().precision()).isEqualTo("fp16");
        assertThat(Asked.of(A, answer).memoryRequirementMb()).isEqualTo(150);
    }

    @Test
    void selectionListsWhatItLeavesOut() {
        var answer =
                Asked.recommend(
                        new Selection(null, "int8", null, "qualcomm"),
                        LATENCY,
                        Trial.on(A).latency(10),
                        Trial.on(B).precision("fp16").latency(5));
        assertThat(Asked.order(answer)).containsExactly(A);
        assertThat(Asked.of(A, answer).score()).isCloseTo(0.5, within(1e-12));
        assertThat(Asked.excluded(answer))
                .containsEntry(
                        B,
                        "selection: no configuration with precision int8, hardware type qualcomm");
    }

    @Test
    void aBoardWithoutRealRunsScoresSimulatedOnesAndSaysSo() {
        var answer =
                Asked.recommend(
                        LATENCY,
                        Trial.on(A).evidence(Evidence.SIMULATED).latency(10),
                        Trial.on(B).evidence(Evidence.MOCK).latency(5));
        assertThat(answer.evidence()).isEqualTo(Evidence.SIMULATED);
        assertThat(Asked.order(answer)).containsExactly(A);
        assertThat(Asked.excluded(answer)).containsKey(B);
    }

    @Test
    void aMetricThatNobodyKnowsIsLeftOut() {
        var weights =
                new TreeMap<>(
                        Map.of("latency_mean_ms", 1.0, "layers_cpu", 1.0, "from_the_future", 1.0));
        var profile = new ScoringProfile("odd", 1, weights, new TreeMap<>());
        var answer = Asked.recommend(profile, Trial.on(A).latency(10).layers(1, 2));
        assertThat(answer.metricsLeftOut()).containsExactly("from_the_future", "layers_cpu");
        assertThat(Asked.of(A, answer).score()).isEqualTo(1);
    }

    @Test
    void refusesToAnswerAboutABoardWithoutCells() {
        assertThatThrownBy(() -> Asked.recommend(LATENCY)).hasMessageContaining("mobilenet_v2|v1");
        assertThat(Asked.SCORER.score(Trial.board(), List.of(), List.of(LATENCY)).scores())
                .isEmpty();
    }
}
