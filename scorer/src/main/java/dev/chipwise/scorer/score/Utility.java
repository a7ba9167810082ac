package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.ProfileScore.Contribution;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * The utility {@code c = -Σ w_k m_k} of a board's cells under a profile: differences are logs of
 * weighted geometric means of ratios, so neither units nor a third hardware decide the order of two
 * (Fleming and Wallace 1986).
 *
 * <p>For bounds each {@code m_k} moves by {@code t · SE_k}, shared out over all weights of the
 * profile (Bonferroni).
 */
final class Utility {

    private final List<Field> fields = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final double best;

    Utility(Board board, ScoringProfile profile, Catalog catalog, Quantiles quantiles) {
        var cells = board.cells();
        int comparisons = profile.weights().size();
        var weights = profile.weights();
        var measured = new ArrayList<Metric>();
        for (var id : weights.keySet()) {
            var metric = catalog.metric(id).filter(Metric::isScored);
            if (metric.isPresent() && cells.stream().anyMatch(cell -> cell.metric(id) != null)) {
                measured.add(metric.get());
            } else {
                leftOut.add(id);
            }
        }
        double sum = measured.stream().mapToDouble(metric -> weights.get(metric.id())).sum();
        for (var metric : measured) {
            fields.add(
                    Field.of(
                            metric, weights.get(metric.id()) / sum, cells, quantiles, comparisons));
        }
        best =
                cells.stream()
                        .filter(this::measures)
                        .mapToDouble(cell -> of(cell).centre())
                        .max()
                        .orElse(0);
    }

    /** Metrics of the profile that nobody on the board has measured. */
    List<String> leftOut() {
        return leftOut;
    }

    /** The best centre on the board, which scores are relative to. */
    double best() {
        return best;
    }

    /** Whether the cell measured anything that the profile weighs. */
    boolean measures(BoardCell cell) {
        return fields.stream().anyMatch(field -> cell.metric(field.id()) != null);
    }

    Estimate of(BoardCell cell) {
        double centre = 0;
        double lower = 0;
        double upper = 0;
        for (var field : fields) {
            var own = cell.metric(field.id());
            centre -= field.weight() * field.centre(own);
            lower -= field.weight() * field.worst(own);
            upper -= field.weight() * field.best(own);
        }
        return new Estimate(centre, lower, upper);
    }

    /** What each metric adds, in order of metric id. */
    List<Contribution> why(BoardCell cell) {
        return fields.stream().map(field -> field.contribution(cell)).toList();
    }

    /** A utility with its bounds, on the log scale; more is better. */
    record Estimate(double centre, double lower, double upper) {}

    /** One metric over the board, as log-costs; what stands in where a cell did not measure it. */
    private record Field(
            Metric metric,
            double weight,
            double bestCentre,
            Estimate standIn,
            Quantiles quantiles,
            int comparisons) {

        static Field of(
                Metric metric,
                double weight,
                List<BoardCell> cells,
                Quantiles quantiles,
                int comparisons) {
            var unfilled = new Field(metric, weight, 0, null, quantiles, comparisons);
            var own =
                    cells.stream()
                            .map(cell -> cell.metric(metric.id()))
                            .filter(s -> s != null)
                            .toList();
            var centres = own.stream().mapToDouble(MetricSummary::centre).sorted().toArray();
            var standIn =
                    new Estimate(
                            MetricStatistics.median(centres),
                            own.stream().mapToDouble(unfilled::worst).max().orElseThrow(),
                            own.stream().mapToDouble(unfilled::best).min().orElseThrow());
            return new Field(metric, weight, centres[0], standIn, quantiles, comparisons);
        }

        String id() {
            return metric.id();
        }

        double centre(MetricSummary own) {
            return own == null ? standIn.centre() : own.centre();
        }

        double worst(MetricSummary own) {
            return own == null ? standIn.lower() : own.centre() + margin(own);
        }

        double best(MetricSummary own) {
            return own == null ? standIn.upper() : own.centre() - margin(own);
        }

        private double margin(MetricSummary own) {
            return quantiles.t(own.dof(), comparisons) * own.standardError();
        }

        Contribution contribution(BoardCell cell) {
            double behind = bestCentre - centre(cell.metric(id()));
            return new Contribution(id(), cell.value(metric), weight, weight * behind);
        }
    }
}
