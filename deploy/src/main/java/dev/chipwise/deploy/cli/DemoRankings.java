package dev.chipwise.deploy.cli;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Recommendation.Excluded;
import dev.chipwise.schemas.domain.Recommendation.Ranked;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import dev.chipwise.scorer.score.Scorer;
import dev.chipwise.snapshotter.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One board's hardware in order, under any profile, narrow enough for a terminal. */
final class DemoRankings {

    private final Scorer scorer;
    private final BoardKey board;
    private final List<CellSummary> cells;

    DemoRankings(Catalog catalog, BoardKey board, List<CellSummary> cells) {
        this.scorer = new Scorer(catalog);
        this.board = board;
        this.cells = cells;
    }

    Table under(ScoringProfile profile) {
        var recommendation = scorer.recommend(board, cells, profile, Selection.ALL);
        var table =
                Table.of(
                        "rank",
                        "tier",
                        "hardware",
                        "score",
                        "lower",
                        "upper",
                        "evidence",
                        "runs",
                        "best configuration");
        recommendation.ranked().forEach(entry -> add(table, entry));
        recommendation.excluded().forEach(entry -> add(table, entry));
        return table.build();
    }

    static String weights(ScoringProfile profile) {
        return profile.normalisedWeights().entrySet().stream()
                .map(
                        weight ->
                                weight.getKey()
                                        + String.format(Locale.ROOT, " %.2g", weight.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static void add(Table.Builder table, Ranked entry) {
        var score = entry.score();
        var configuration = score.configuration();
        table.row(
                score.rank(),
                score.tier(),
                entry.hardware().id(),
                score.score(),
                score.lower(),
                score.upper(),
                entry.grade().wireName(),
                entry.runs(),
                configuration.runtime()
                        + " "
                        + configuration.precision()
                        + " batch "
                        + configuration.batchSize());
    }

    private static void add(Table.Builder table, Excluded entry) {
        var why = "excluded, " + entry.gate() + ": " + entry.detail();
        table.row(null, null, entry.hardware().id(), null, null, null, null, null, why);
    }
}
