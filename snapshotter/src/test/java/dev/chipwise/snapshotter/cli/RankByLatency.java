package dev.chipwise.snapshotter.cli;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.Excluded;
import dev.chipwise.schemas.domain.Recommendation.Ranked;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Scoring that knows one metric: the faster, the better; every device has one cell. */
final class RankByLatency implements Scoring {

    private static final String METRIC = "latency_mean_ms";
    private static final double NEEDED_MB = 100;

    @Override
    public List<CellSummary> summarise(
            Collection<? extends Result> results, Collection<ResultRetraction> retractions) {
        throw new UnsupportedOperationException("a question needs no results");
    }

    @Override
    public BoardScores score(
            BoardKey board, Collection<CellSummary> cells, Collection<ScoringProfile> profiles) {
        throw new UnsupportedOperationException("a question is answered by recommend");
    }

    @Override
    public Recommendation recommend(
            BoardKey board,
            Collection<CellSummary> cells,
            ScoringProfile profile,
            Selection selection) {
        var fastestFirst = cells.stream().sorted(Comparator.comparing(this::cost)).toList();
        var ranked = new ArrayList<Ranked>();
        var excluded = new ArrayList<Excluded>();
        for (var cell : fastestFirst) {
            if (!selection.admits(cell)) {
                excluded.add(excluded(cell, "selection", "not asked for"));
            } else if (isTooSmall(cell)) {
                excluded.add(excluded(cell, "memory", "too small"));
            } else {
                ranked.add(ranked(cell, profile, ranked.size() + 1));
            }
        }
        return new Recommendation(
                board,
                fastestFirst.get(0).workload(),
                profile.id(),
                profile.version(),
                fastestFirst.get(0).newest(),
                Evidence.REAL,
                List.of(),
                ranked,
                excluded,
                Recommendation.News.NONE);
    }

    private double cost(CellSummary cell) {
        return cell.metric(METRIC).orElseThrow().centre();
    }

    private static boolean isTooSmall(CellSummary cell) {
        var mb = cell.hardware().memoryMb();
        return mb != null && mb < NEEDED_MB;
    }

    private static Excluded excluded(CellSummary cell, String gate, String detail) {
        return new Excluded(cell.hardware(), State.WORKS, gate, detail);
    }

    private static Ranked ranked(CellSummary cell, ScoringProfile profile, int rank) {
        var score =
                new ProfileScore(
                        profile.id(),
                        profile.version(),
                        1.0 / rank,
                        1.0 / rank,
                        1.0 / rank,
                        rank,
                        rank,
                        1,
                        cell.configuration(),
                        null,
                        List.of(),
                        List.of());
        return new Ranked(cell.hardware(), Grade.A, cell.counts().successes(), State.WORKS, score);
    }
}
