package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import dev.chipwise.schemas.domain.SuitabilityScore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks the scorer about results, the way tests speak. */
final class Asked {

    static final Scorer SCORER = new Scorer(Trial.CATALOG);

    private Asked() {}

    /** A profile of criteria or metric ids, such as {@code "latency", 1.0}. */
    static ScoringProfile weighing(Object... criteriaAndWeights) {
        return weighing(Map.of(), criteriaAndWeights);
    }

    static ScoringProfile weighing(Map<String, Double> budgets, Object... criteriaAndWeights) {
        var weights = new TreeMap<String, Double>();
        for (int i = 0; i < criteriaAndWeights.length; i += 2) {
            var metric =
                    Trial.CATALOG.metricOrCriterion((String) criteriaAndWeights[i]).orElseThrow();
            weights.put(metric.id(), ((Number) criteriaAndWeights[i + 1]).doubleValue());
        }
        return new ScoringProfile("asked", 1, weights, new TreeMap<>(budgets));
    }

    static ScoringProfile shipped(String profile) {
        return Trial.CATALOG.profiles().get(profile);
    }

    static List<CellSummary> cells(Trial... trials) {
        return cells(Stream.of(trials).map(Trial::result).toList());
    }

    static List<CellSummary> cells(Collection<? extends Result> results) {
        return SCORER.summarise(results, List.of());
    }

    static Recommendation recommend(ScoringProfile profile, Trial... trials) {
        return recommend(Selection.ALL, profile, trials);
    }

    static Recommendation recommend(Selection selection, ScoringProfile profile, Trial... trials) {
        return SCORER.recommend(Trial.board(), cells(trials), profile, selection);
    }

    static SuitabilityScore scoreOf(String hardware, Trial... trials) {
        return scoreOf(Trial.board(), hardware, cells(trials));
    }

    static SuitabilityScore scoreOf(
            BoardKey board, String hardware, Collection<CellSummary> cells) {
        return SCORER.score(board, cells, Trial.CATALOG.profiles().values()).scores().stream()
                .filter(score -> score.hardware().id().equals(hardware))
                .findFirst()
                .orElseThrow();
    }

    static List<String> order(Recommendation recommendation) {
        return recommendation.ranked().stream().map(each -> each.hardware().id()).toList();
    }

    static ProfileScore of(String hardware, Recommendation recommendation) {
        return recommendation.ranked().stream()
                .filter(each -> each.hardware().id().equals(hardware))
                .findFirst()
                .orElseThrow()
                .score();
    }

    static Map<String, String> excluded(Recommendation recommendation) {
        var gates = new TreeMap<String, String>();
        recommendation
                .excluded()
                .forEach(
                        each ->
                                gates.put(
                                        each.hardware().id(), each.gate() + ": " + each.detail()));
        return gates;
    }
}
