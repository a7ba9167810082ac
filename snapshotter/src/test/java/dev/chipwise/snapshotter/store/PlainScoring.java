package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.RunCounts;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import dev.chipwise.schemas.domain.SuitabilityScore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Scoring simple enough to see through: a cell counts its runs, and a hardware scores one over
 * them.
 */
public final class PlainScoring implements Scoring {

    @Override
    public List<CellSummary> summarise(
            Collection<? extends Result> results, Collection<ResultRetraction> retractions) {
        var retracted =
                retractions.stream().map(ResultRetraction::resultId).collect(Collectors.toSet());
        var byCell =
                results.stream()
                        .filter(result -> !retracted.contains(result.envelope().eventId()))
                        .collect(
                                Collectors.groupingBy(
                                        result -> result.subject().cell(),
                                        TreeMap<CellKey, List<Result>>::new,
                                        Collectors.toList()));
        return byCell.entrySet().stream()
                .map(cell -> summary(cell.getKey(), cell.getValue()))
                .toList();
    }

    private static CellSummary summary(CellKey key, List<? extends Result> runs) {
        var subject = runs.get(0).subject();
        var newest =
                runs.stream()
                        .map(run -> run.envelope().occurredAt())
                        .max(Instant::compareTo)
                        .orElseThrow();
        var counts = new RunCounts(runs.size(), 0, 0, 0, 0, new TreeMap<>(), 1, List.of());
        return new CellSummary(
                key,
                subject.workload(),
                subject.hardware(),
                subject.configuration(),
                Evidence.REAL,
                List.of(),
                counts,
                newest,
                "prior",
                "hash-" + runs.size());
    }

    @Override
    public BoardScores score(
            BoardKey board, Collection<CellSummary> cells, Collection<ScoringProfile> profiles) {
        var scores = cells.stream().map(cell -> score(board, cell)).toList();
        var workload = cells.iterator().next().workload();
        var recommendation =
                new Recommendation(
                        board,
                        workload,
                        "balanced",
                        1,
                        scores.get(0).newest(),
                        Evidence.REAL,
                        List.of(),
                        List.of(),
                        List.of(),
                        Recommendation.News.NONE);
        return new BoardScores(scores, List.of(recommendation));
    }

    private static SuitabilityScore score(BoardKey board, CellSummary cell) {
        int runs = cell.counts().successes();
        var compatibility =
                new Compatibility(
                        Compatibility.State.WORKS,
                        Compatibility.Level.FULL,
                        0.5,
                        runs,
                        0,
                        new TreeMap<>(),
                        List.of());
        var balanced =
                new ProfileScore(
                        "balanced",
                        1,
                        1.0 / runs,
                        0.1,
                        1,
                        1,
                        1,
                        1,
                        cell.configuration(),
                        null,
                        List.of(),
                        List.of());
        return new SuitabilityScore(
                board,
                cell.workload(),
                cell.hardware(),
                compatibility,
                new TreeMap<>(),
                List.of(balanced),
                Evidence.REAL,
                Grade.C,
                runs,
                cell.newest(),
                cell.inputsHash());
    }

    @Override
    public Recommendation recommend(
            BoardKey board,
            Collection<CellSummary> cells,
            ScoringProfile profile,
            Selection selection) {
        return score(board, cells, List.of(profile)).recommendations().get(0);
    }
}
