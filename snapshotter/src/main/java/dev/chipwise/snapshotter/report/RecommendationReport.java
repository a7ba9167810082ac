package dev.chipwise.snapshotter.report;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.ProfileScore.Contribution;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.Excluded;
import dev.chipwise.schemas.domain.Recommendation.Ranked;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recommendations of one or more boards: what suits best, how sure, why, and what is out and why.
 *
 * @param topK at most this many ranked per board
 */
public record RecommendationReport(List<Recommendation> recommendations, int topK, Catalog catalog)
        implements Report {

    private static final List<String> CONTEXT =
            List.of(
                    "model",
                    "version",
                    "task",
                    "test_case",
                    "input_shape",
                    "sequence_length",
                    "profile",
                    "as_of",
                    "metrics_left_out");

    public RecommendationReport {
        recommendations = List.copyOf(recommendations);
    }

    @Override
    public Table table() {
        var table =
                Table.of(
                        CONTEXT,
                        "rank",
                        "tier",
                        "hardware",
                        "score",
                        "lower",
                        "upper",
                        "confidence",
                        "evidence",
                        "configuration",
                        "memory_requirement_mb",
                        "state",
                        "reason",
                        "detail",
                        "why");
        for (var recommendation : recommendations) {
            var excluded = recommendation.excluded().stream().map(RecommendationReport::tree);
            Stream.concat(ranked(recommendation).stream(), excluded)
                    .forEach(
                            entry -> {
                                var cells = head(recommendation);
                                cells.putAll(entry);
                                table.row(cells);
                            });
        }
        return table.build();
    }

    /** One object for one board, a list for several. */
    @Override
    public Object json() {
        var trees = recommendations.stream().map(this::tree).toList();
        return trees.size() == 1 ? trees.get(0) : trees;
    }

    private Map<String, Object> tree(Recommendation recommendation) {
        var tree = head(recommendation);
        tree.put("ranked", ranked(recommendation));
        tree.put(
                "excluded",
                recommendation.excluded().stream().map(RecommendationReport::tree).toList());
        return tree;
    }

    private static Map<String, Object> head(Recommendation recommendation) {
        var head = Trees.board(recommendation.board(), recommendation.workload());
        var leftOut = recommendation.metricsLeftOut();
        head.put("profile", recommendation.profile());
        head.put("as_of", recommendation.asOf());
        head.put("metrics_left_out", new Described(leftOut, String.join(" ", leftOut)));
        return head;
    }

    private List<Map<String, Object>> ranked(Recommendation recommendation) {
        return recommendation.ranked().stream()
                .limit(topK)
                .map(entry -> tree(recommendation, entry))
                .toList();
    }

    private Map<String, Object> tree(Recommendation recommendation, Ranked entry) {
        var tree = Trees.score(entry.hardware(), entry.score());
        tree.put(
                "evidence", Trees.evidence(recommendation.evidence(), entry.grade(), entry.runs()));
        tree.put("state", entry.state().wireName());
        tree.put("why", why(entry.score().why()));
        return tree;
    }

    private static Map<String, Object> tree(Excluded entry) {
        return Trees.ordered(
                "hardware", Trees.hardware(entry.hardware()),
                "state", entry.state().wireName(),
                "reason", entry.gate(),
                "detail", entry.detail());
    }

    private Described why(List<Contribution> contributions) {
        return new Described(
                contributions.stream().map(this::tree).toList(),
                contributions.stream().map(this::words).collect(Collectors.joining("; ")));
    }

    private Map<String, Object> tree(Contribution contribution) {
        return Trees.ordered(
                "metric", contribution.metric(),
                "value", contribution.value(),
                "unit", unit(contribution.metric()),
                "weight", contribution.weight(),
                "contribution", contribution.contribution());
    }

    private String words(Contribution contribution) {
        var value =
                contribution.value() == null
                        ? "not measured"
                        : CellText.of(contribution.value()) + " " + unit(contribution.metric());
        return String.format(
                Locale.ROOT,
                "%s %s (x%.2f)",
                contribution.metric(),
                value.strip(),
                StrictMath.exp(contribution.contribution()));
    }

    private String unit(String metric) {
        return catalog.metric(metric).map(Metric::unit).orElse("");
    }
}
