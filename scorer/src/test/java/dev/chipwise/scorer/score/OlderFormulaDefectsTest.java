package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the older system's formula got wrong, one fact each: none of it may come back. */
class OlderFormulaDefectsTest {

    private static final String CPU = "cpu/intel/xeon";
    private static final String T4 = "cuda/nvidia/t4";
    private static final String H100 = "cuda/nvidia/h100";

    /** The weights were normalised away: both flags gave the same order. */
    @Test
    void latencySensitiveProfileRanksDifferently() {
        var quick = Trial.on(T4).throughput(50).latency(5).memory(900);
        var broad = Trial.on(H100).throughput(400).latency(20).memory(900);
        assertThat(Asked.order(Asked.recommend(Asked.shipped("throughput"), quick, broad)))
                .containsExactly(H100, T4);
        assertThat(Asked.order(Asked.recommend(Asked.shipped("latency"), quick, broad)))
                .containsExactly(T4, H100);
    }

    @Test
    void memoryConstrainedProfileRanksDifferently() {
        var lean = Trial.on(CPU).throughput(50).latency(20).memory(100);
        var fast = Trial.on(H100).throughput(200).latency(8).memory(2300);
        assertThat(Asked.order(Asked.recommend(Asked.shipped("balanced"), lean, fast)))
                .containsExactly(H100, CPU);
        assertThat(Asked.order(Asked.recommend(Asked.shipped("memory"), lean, fast)))
                .containsExactly(CPU, H100);
    }

    /** One row asked for alone always scored 0.9. */
    @Test
    void aFilterNeverChangesAScore() {
        // Given
        var trials = mixedBoard();
        var whole = Asked.recommend(Asked.shipped("balanced"), trials);
        var selections =
                List.of(
                        new Selection(null, null, null, "cuda"),
                        new Selection(null, "fp16", null, null),
                        new Selection(null, "int8", "tflite", null));

        for (var selection : selections) {
            // When
            var answer = Asked.recommend(selection, Asked.shipped("balanced"), trials);

            // Then
            assertThat(answer.ranked()).isNotEmpty();
            for (var ranked : answer.ranked()) {
                var there = Asked.of(ranked.hardware().id(), whole);
                if (there.configuration().equals(ranked.score().configuration())) {
                    assertThat(ranked.score().score()).isEqualTo(there.score());
                    assertThat(ranked.score().lower()).isEqualTo(there.lower());
                    assertThat(ranked.score().upper()).isEqualTo(there.upper());
                    assertThat(ranked.score().why()).isEqualTo(there.why());
                }
            }
        }
    }

    /**
     * The same rows as in the reference: a led alone and b led once another model was in the table.
     */
    @Test
    void anotherModelNeverChangesAScore() {
        // Given
        var a = Trial.on(H100).throughput(100).latency(10).memory(1000);
        var b = Trial.on(CPU).throughput(60).latency(12).memory(200);
        var other = Trial.on(T4).of("another", "v1").throughput(5000).latency(1).memory(8000);

        // Then
        assertThat(
                        Asked.SCORER.score(
                                Trial.board(),
                                Asked.cells(a, b, other),
                                Trial.CATALOG.profiles().values()))
                .isEqualTo(
                        Asked.SCORER.score(
                                Trial.board(),
                                Asked.cells(a, b),
                                Trial.CATALOG.profiles().values()));
    }

    @Test
    void missingMemoryIsNotZeroMemory() {
        // Given
        var unknown = Trial.on(T4).throughput(100).latency(10);
        var known = Trial.on(H100).throughput(100).latency(10).memory(400);
        var third = Trial.on(CPU).throughput(100).latency(10).memory(2300);

        // When
        var answer = Asked.recommend(Asked.shipped("memory"), unknown, known, third);

        // Then
        assertThat(Asked.order(answer).get(0)).isEqualTo(H100);
        assertThat(Asked.of(T4, answer).memoryRequirementMb()).isNull();
        assertThat(Asked.of(T4, answer).lower()).isLessThanOrEqualTo(Asked.of(CPU, answer).lower());
        assertThat(Asked.of(T4, answer).score())
                .isBetween(Asked.of(CPU, answer).score(), Asked.of(H100, answer).score());
        assertThat(Asked.scoreOf(T4, unknown, known, third).components())
                .doesNotContainKey("memory");
    }

    @Test
    void versionsHaveTheirOwnScores() {
        // Given
        var cells =
                Asked.cells(
                        Trial.on(T4).of("bert", "v1").latency(10),
                        Trial.on(CPU).of("bert", "v1").latency(20),
                        Trial.on(T4).of("bert", "v2").latency(30),
                        Trial.on(CPU).of("bert", "v2").latency(15));

        // Then
        assertThat(latencyComponent("v1", cells)).isCloseTo(0.5, within(1e-12));
        assertThat(latencyComponent("v2", cells)).isEqualTo(1);
    }

    private static double latencyComponent(String version, List<CellSummary> cells) {
        return Asked.scoreOf(Trial.board("bert", version), CPU, cells).components().get("latency");
    }

    /** Best at batch 32 used to mean: divide by 32 when asked for 1. */
    @Test
    void askingForBatchOneDoesNotPunishHardwareThatScales() {
        // Given
        var alone = Trial.on(T4).batch(1).throughput(100).latency(10);
        var atOne = Trial.on(H100).batch(1).throughput(150).latency(7);
        var atMany = Trial.on(H100).batch(32).throughput(4000).latency(8);

        // When
        var answer =
                Asked.recommend(
                        new Selection(1, null, null, null),
                        Asked.shipped("throughput"),
                        alone,
                        atOne,
                        atMany);

        // Then
        assertThat(Asked.order(answer)).containsExactly(H100, T4);
        assertThat(Asked.of(H100, answer).configuration().batchSize()).isEqualTo(1);
        assertThat(Asked.of(H100, answer).score() / Asked.of(T4, answer).score())
                .isCloseTo(1.5, within(1e-12));
    }

    @Test
    void simulatedRunsNeverMixWithReal() {
        // Given
        var real = Trial.on(T4).latency(10);
        var alsoSimulated = Trial.on(T4).evidence(Evidence.SIMULATED).number(1).latency(1);
        var onlySimulated = Trial.on(H100).evidence(Evidence.SIMULATED).latency(1);

        // When
        var answer =
                Asked.recommend(Asked.weighing("latency", 1), real, alsoSimulated, onlySimulated);

        // Then
        assertThat(answer.evidence()).isEqualTo(Evidence.REAL);
        assertThat(Asked.of(T4, answer).why().get(0).value()).isEqualTo(10.0);
        assertThat(Asked.of(T4, answer).score()).isEqualTo(1);
        assertThat(Asked.excluded(answer))
                .containsEntry(H100, "evidence: only simulated runs, and the board has real ones");
        assertThat(Asked.scoreOf(H100, real, onlySimulated).compatibility().state())
                .isEqualTo(State.UNTESTED);
    }

    @Test
    void failuresNeverCountAsMeasurements() {
        var works = Trial.on(T4).number(1).latency(10);
        var failed = Trial.on(T4).number(2).latency(1).failed("wrong_output");
        var cell = Asked.cells(works, failed).get(0);
        assertThat(cell.metric("latency_mean_ms").orElseThrow().runs()).isEqualTo(1);
        assertThat(cell.counts().failures()).isEqualTo(1);
    }

    /** One lucky run used to weigh as much as many. */
    @Test
    void oneRunDoesNotBeatManyBecauseOfLuck() {
        // Given
        var trials = new ArrayList<Trial>();
        trials.add(Trial.on(H100).latency(9.7));
        for (int i = 0; i < 20; i++) {
            trials.add(Trial.on(T4).number(i).latency(9.8 + 0.02 * i));
        }

        // When
        var answer = Asked.recommend(Asked.weighing("latency", 1), trials.toArray(Trial[]::new));

        // Then
        assertThat(Asked.order(answer)).containsExactly(T4, H100);
        assertThat(Asked.of(H100, answer).score()).isGreaterThan(Asked.of(T4, answer).score());
        assertThat(Asked.of(H100, answer).tier()).isEqualTo(1);
    }

    @Test
    void oneFastOutlierDoesNotSetTheScale() {
        var trials = new ArrayList<Trial>();
        for (int i = 0; i < 8; i++) {
            trials.add(Trial.on(T4).number(i).latency(i == 3 ? 0.5 : 10));
        }
        var cell = Asked.cells(trials.toArray(Trial[]::new)).get(0);
        var metric = Trial.CATALOG.metric("latency_mean_ms").orElseThrow();
        assertThat(metric.fromLogCost(cell.metric("latency_mean_ms").orElseThrow().centre()))
                .isBetween(9.5, 10.0);
    }

    /** A T4 and an H100 were both "cuda" and shared a score. */
    @Test
    void devicesOfOneTypeHaveTheirOwnScores() {
        var answer =
                Asked.recommend(
                        Asked.shipped("balanced"),
                        Trial.on(T4).latency(10),
                        Trial.on(H100).latency(2));
        assertThat(Asked.order(answer)).containsExactly(H100, T4);
    }

    @Test
    void precisionsAndBatchSizesAreNeverAveraged() {
        var cells =
                Asked.cells(
                        Trial.on(T4).precision("fp32").latency(40),
                        Trial.on(T4).precision("int8").latency(10),
                        Trial.on(T4).precision("int8").batch(32).latency(90));
        assertThat(cells).hasSize(3).allMatch(cell -> cell.counts().runs() == 1);
    }

    /** The smallest difference used to mean memory score 0. */
    @Test
    void aLittleMoreMemoryCostsALittle() {
        var score =
                Asked.scoreOf(
                        T4,
                        Trial.on(T4).latency(5).memory(101),
                        Trial.on(H100).latency(5).memory(100));
        assertThat(score.components().get("memory")).isCloseTo(100 / 101.0, within(1e-12));
    }

    /** Every result is seen at once: nothing waits for a cache to be cleared. */
    @Test
    void aNewResultMovesTheScore() {
        var slow = Trial.on(T4).number(1).latency(20);
        var rival = Trial.on(H100).latency(10);
        var before = Asked.scoreOf(T4, slow, rival);
        var after = Asked.scoreOf(T4, slow, Trial.on(T4).number(2).latency(12), rival);
        assertThat(after.components().get("latency"))
                .isGreaterThan(before.components().get("latency"));
        assertThat(after.inputsHash()).isNotEqualTo(before.inputsHash());
    }

    /**
     * The older table's own rows (appendix B): the same key got .8842, .8000 or .9000 by who asked
     * last.
     */
    @Test
    void theOlderTablesRowsScoreTheSameWhoeverAsks() {
        // Given
        var bertCpu = Trial.on(CPU).of("bert", "v1").throughput(120).latency(8).memory(800);
        var bertCuda = Trial.on(T4).of("bert", "v1").throughput(500).latency(2).memory(2300);
        var t5Cuda = Trial.on(T4).of("t5", "v1").throughput(190).latency(5).memory(3900);
        var board = Trial.board("bert", "v1");
        List<List<CellSummary>> filters =
                Stream.of(
                                List.of(bertCpu, bertCuda, t5Cuda),
                                List.of(bertCpu, bertCuda),
                                List.of(bertCuda, bertCpu))
                        .map(trials -> Asked.cells(trials.toArray(Trial[]::new)))
                        .toList();

        // Then
        assertThat(filters.stream().map(cells -> Asked.scoreOf(board, T4, cells)).distinct())
                .hasSize(1);
    }

    private static Trial[] mixedBoard() {
        return new Trial[] {
            Trial.on(CPU).throughput(40).latency(25).memory(700),
            Trial.on(T4).throughput(300).latency(9).memory(1500),
            Trial.on(T4).batch(8).throughput(900).latency(30).memory(1900),
            Trial.on(H100).throughput(800).latency(4),
            Trial.on(H100).precision("fp16").throughput(700).latency(5).memory(2100),
            Trial.on("mps/apple/m3").precision("fp16").runtime("coreml").latency(12).memory(500)
        };
    }
}
