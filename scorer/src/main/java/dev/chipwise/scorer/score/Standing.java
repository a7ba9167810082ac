package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.Excluded;
import dev.chipwise.schemas.domain.Recommendation.News;
import dev.chipwise.schemas.domain.Recommendation.Ranked;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.List;

/** How a board stands under one profile, before it is told to anybody. */
record Standing(ScoringProfile profile, List<String> metricsLeftOut, List<Ranking.Placed> placed) {

    /**
     * Grade, runs and state are those of the recommended configuration, not of the hardware's best
     * in another respect.
     */
    Recommendation recommendation(Board board) {
        return new Recommendation(
                board.key(),
                board.workload(),
                profile.id(),
                profile.version(),
                board.newest(),
                board.evidence(),
                metricsLeftOut,
                placed.stream()
                        .filter(each -> each.score().passed())
                        .map(Standing::ranked)
                        .toList(),
                placed.stream()
                        .filter(each -> !each.score().passed())
                        .map(Standing::excluded)
                        .toList(),
                News.NONE);
    }

    private static Ranked ranked(Ranking.Placed placed) {
        var cell = placed.candidate().cell();
        return new Ranked(
                placed.candidate().contender().hardware(),
                Grades.of(cell.counts()),
                ScoreSheet.tried(cell.counts()),
                cell.state(),
                placed.score());
    }

    private static Excluded excluded(Ranking.Placed placed) {
        var contender = placed.candidate().contender();
        var cell = placed.candidate().cell();
        var first = placed.score().failedGates().get(0);
        return new Excluded(
                contender.hardware(),
                cell == null ? contender.state() : cell.state(),
                first.gate(),
                first.detail());
    }
}
