package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The whole of scoring. A function of the set of its inputs; safe to share between threads. */
public final class Scorer implements Scoring {

    private final Catalog catalog;
    private final int windowSize;
    private final CellSummariser summariser;
    private final Quantiles quantiles = new Quantiles();
    private final CompatibilityRules rules = new CompatibilityRules(quantiles);
    private final Gates gates;
    private final ScoreSheet sheet;

    public Scorer(Catalog catalog) {
        this(catalog, Window.SIZE);
    }

    /**
     * @param windowSize how many of a cell's newest runs count, for each kind of evidence
     */
    public Scorer(Catalog catalog, int windowSize) {
        this.catalog = catalog;
        this.windowSize = windowSize;
        this.summariser = new CellSummariser(catalog);
        this.gates = new Gates(catalog);
        this.sheet = new ScoreSheet(rules, new Components(catalog));
    }

    @Override
    public List<CellSummary> summarise(
            Collection<? extends Result> results, Collection<ResultRetraction> retractions) {
        var cells = new CellCollector(catalog, windowSize);
        results.forEach(cells::add);
        retractions.forEach(cells::retract);
        return cells.summaries(summariser);
    }

    /** Nothing when none of the cells belongs to the board. */
    @Override
    public BoardScores score(
            BoardKey board, Collection<CellSummary> cells, Collection<ScoringProfile> profiles) {
        return Board.of(board, cells, rules)
                .map(known -> score(known, profiles))
                .orElseGet(() -> new BoardScores(List.of(), List.of()));
    }

    private BoardScores score(Board board, Collection<ScoringProfile> profiles) {
        var standings =
                profiles.stream()
                        .sorted(Comparator.comparing(ScoringProfile::id))
                        .map(profile -> standing(board, profile, Selection.ALL))
                        .toList();
        return new BoardScores(
                sheet.scores(board, standings),
                standings.stream().map(standing -> standing.recommendation(board)).toList());
    }

    /** Refuses a board without cells: there is nothing that an answer could be about. */
    @Override
    public Recommendation recommend(
            BoardKey board,
            Collection<CellSummary> cells,
            ScoringProfile profile,
            Selection selection) {
        var known =
                Board.of(board, cells, rules)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no results for "
                                                        + board.topicKey()
                                                        + "; ask about a board that has a cell"));
        return standing(known, profile, selection).recommendation(known);
    }

    private Standing standing(Board board, ScoringProfile profile, Selection selection) {
        var utility = new Utility(board, profile, catalog, quantiles);
        var placed = new Ranking(board, profile, selection, gates, utility).placed();
        return new Standing(profile, utility.leftOut(), placed);
    }
}
