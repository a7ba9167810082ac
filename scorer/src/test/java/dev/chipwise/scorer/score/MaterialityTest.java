package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.News;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaterialityTest {

    private static final String A = "qualcomm/acme/a";
    private static final String B = "qualcomm/acme/b";
    private static final ScoringProfile LATENCY = Asked.weighing("latency", 1);

    private final Materiality materiality = new Materiality();

    @Test
    void theFirstRecordIsMaterial() {
        var news = materiality.compare(0, null, board(runs(A, 1, 10)));
        assertThat(news)
                .isEqualTo(
                        new News(
                                1,
                                true,
                                null,
                                "first recommendation: " + A + " leads with 1 runs"));
    }

    @Test
    void aFirstRecordMayRecommendNothing() {
        var news = materiality.compare(0, null, board(List.of(Trial.on(A).failed("crash"))));
        assertThat(news.material()).isTrue();
        assertThat(news.cause()).contains("nothing can be recommended");
    }

    @Test
    void anotherRunThatMovesLittleIsNotMaterial() {
        var news =
                change(
                        board(runs(A, 10, 10), runs(B, 10, 20)),
                        board(runs(A, 11, 10), runs(B, 10, 20)));
        assertThat(news).isEqualTo(new News(8, false, A, "nothing that one would act on"));
    }

    @Test
    void aLeaderThatLeavesTheTopTierIsMaterial() {
        var news =
                change(
                        board(runs(A, 10, 10), runs(B, 10, 12)),
                        board(runs(A, 10, 14), runs(B, 10, 12)));
        assertThat(news.material()).isTrue();
        assertThat(news.previousLeader()).isEqualTo(A);
        assertThat(news.cause())
                .contains("leader " + A + " left the top tier", B + " entered the top tier");
    }

    @Test
    void aLeaderThatBreaksIsMaterial() {
        var broken = new ArrayList<>(runs(A, 10, 10));
        broken.add(Trial.on(A).number(20).failed("crash"));
        broken.add(Trial.on(A).number(21).failed("crash"));
        var news = change(board(runs(A, 10, 10), runs(B, 10, 20)), board(broken, runs(B, 10, 20)));
        assertThat(news.material()).isTrue();
        assertThat(news.cause())
                .contains("leader " + A + " is excluded", A + " fails gate state", "crash=2");
    }

    @Test
    void aLeaderWithoutResultsIsMaterial() {
        var news = change(board(runs(A, 10, 10), runs(B, 10, 20)), board(runs(B, 10, 20)));
        assertThat(news.cause()).contains("leader " + A + " has no results left");
    }

    @Test
    void newHardwareInTheTopTierIsMaterial() {
        var news = change(board(runs(A, 10, 10)), board(runs(A, 10, 10), runs(B, 1, 10)));
        assertThat(news.material()).isTrue();
        assertThat(news.cause()).isEqualTo(B + " entered the top tier; runs of " + B + " 0 to 1");
    }

    @Test
    void newHardwareBelowTheTopTierIsNot() {
        var news = change(board(runs(A, 10, 10)), board(runs(A, 10, 10), runs(B, 1, 50)));
        assertThat(news.material()).isFalse();
    }

    @Test
    void aChangedStateIsMaterial() {
        var suspect = new ArrayList<>(runs(B, 10, 20));
        suspect.add(Trial.on(B).number(20).failed("timeout"));
        var news = change(board(runs(A, 10, 10), runs(B, 10, 20)), board(runs(A, 10, 10), suspect));
        assertThat(news.cause()).contains(B + " went from works to suspect");
    }

    @Test
    void aStateThatChangesOutsideTheRankingIsMaterial() {
        var once = List.of(Trial.on(B).number(1).failed("crash"));
        var twice =
                List.of(
                        Trial.on(B).number(1).failed("crash"),
                        Trial.on(B).number(2).failed("crash"));
        var news = change(board(runs(A, 10, 10), once), board(runs(A, 10, 10), twice));
        assertThat(news.cause()).contains(B + " went from suspect to broken");
    }

    @Test
    void aGateThatOpensIsMaterial() {
        var before = board(runs(A, 10, 10), List.of(Trial.on(B).number(1).failed("crash")));
        var after = board(runs(A, 10, 10), List.of(Trial.on(B).number(1).failed("crash"), slow()));
        assertThat(change(before, after).cause()).contains(B + " no longer fails gate state");
    }

    private static Trial slow() {
        return Trial.on(B).number(2).latency(50);
    }

    @Test
    void aBetterGradeIsMaterial() {
        var news = change(board(runs(A, 2, 10)), board(runs(A, 3, 10)));
        assertThat(news.cause())
                .isEqualTo(
                        "evidence of " + A + " went from grade C to B; runs of " + A + " 2 to 3");
    }

    /** 3 % apart: three runs leave 4.6 % either way, eight leave 1.9 %. */
    @Test
    void aLeadThatBecomesClearIsMaterial() {
        var before = board(runs(A, 3, 10), runs(B, 3, 10.3));
        var after = board(runs(A, 8, 10), runs(B, 3, 10.3));
        var news = change(before, after);
        assertThat(news.cause()).startsWith("leader " + A + " is now clearly ahead of " + B);
        assertThat(change(after, after).material()).isFalse();
    }

    @Test
    void aScoreThatMovesByMoreThanFivePercentIsMaterialAndExplained() {
        var news =
                change(
                        board(runs(A, 10, 10), runs(B, 10, 20)),
                        board(runs(A, 10, 10), runs(B, 10, 22)));
        assertThat(news.cause()).isEqualTo("score of " + B + " -9.1 % (latency_mean_ms -9.1 %)");
        var little =
                change(
                        board(runs(A, 10, 10), runs(B, 10, 20)),
                        board(runs(A, 10, 10), runs(B, 10, 20.9)));
        assertThat(little.material()).isFalse();
    }

    @Test
    void realEvidenceInPlaceOfSimulatedIsMaterial() {
        var simulated = List.of(Trial.on(A).evidence(Evidence.SIMULATED).latency(10));
        assertThat(change(board(simulated), board(runs(A, 1, 10))).cause())
                .contains("evidence is now real");
    }

    @Test
    void slowDriftIsMeasuredAgainstTheLastMaterialRecord() {
        // Given
        var start = board(runs(A, 10, 10), runs(B, 10, 20));
        var drifted = board(runs(A, 10, 10), runs(B, 10, 20.8));
        var further = board(runs(A, 10, 10), runs(B, 10, 21.2));

        // Then
        assertThat(materiality.compare(4, start, drifted).material()).isFalse();
        assertThat(materiality.compare(5, drifted, further).material()).isFalse();
        var news = materiality.compare(5, start, further);
        assertThat(news.material()).isTrue();
        assertThat(news.sequence()).isEqualTo(6);
    }

    private News change(Recommendation before, Recommendation after) {
        return materiality.compare(7, before, after);
    }

    private static Recommendation board(List<Trial> trials) {
        return board(trials, List.of());
    }

    private static Recommendation board(List<Trial> trials, List<Trial> others) {
        var all = new ArrayList<>(trials);
        all.addAll(others);
        return Asked.recommend(LATENCY, all.toArray(Trial[]::new));
    }

    private static List<Trial> runs(String hardware, int count, double latency) {
        var trials = new ArrayList<Trial>();
        for (int i = 0; i < count; i++) {
            trials.add(Trial.on(hardware).number(i).latency(latency));
        }
        return trials;
    }
}
