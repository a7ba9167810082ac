package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.ProfileScore.Contribution;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.ArrayList;
import java.util.Arrays;
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
            if (metric.isPresent() && isMeasured(id, cells)) {
                measured.add(metric.get());
            } else {
                leftOut.add(id);
            }
        }
        double sum = measured.stream().mapToDouble(metric -> weights.get(metric.id())).sum();
        for (var metric : measured) {
            double weight = weights.get(metric.id()) / sum;
            fields.add(Field.of(metric, weight, cells, quantiles, comparisons));
        }
        best = bestCentre(cells);
    }

    private double bestCentre(List<BoardCell> cells) {
        boolean any = false;
        double highest = Double.NEGATIVE_INFINITY;
        for (var cell : cells) {
            if (measures(cell)) {
                any = true;
                highest = Math.max(highest, centre(cell));
            }
        }
        return any ? highest : 0;
    }

    private double centre(BoardCell cell) {
        double centre = 0;
        for (var field : fields) {
            centre -= field.weight() * field.centre(cell.metric(field.id()));
        }
        return centre;
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
        for (var field : fields) {
            if (cell.metric(field.id()) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMeasured(String id, List<BoardCell> cells) {
        for (var cell : cells) {
            if (cell.metric(id) != null) {
                return true;
            }
        }
        return false;
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
        var why = new ArrayList<Contribution>(fields.size());
        for (var field : fields) {
            why.add(field.contribution(cell));
        }
        return why;
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
            var centres = new double[cells.size()];
            int measured = 0;
            double worst = Double.NEGATIVE_INFINITY;
            double best = Double.POSITIVE_INFINITY;
            for (var cell : cells) {
                var own = cell.metric(metric.id());
                if (own != null) {
                    centres[measured++] = own.centre();
                    worst = Math.max(worst, unfilled.worst(own));
                    best = Math.min(best, unfilled.best(own));
                }
            }
            centres = Arrays.copyOf(centres, measured);
            Arrays.sort(centres);
            var standIn = new Estimate(MetricStatistics.median(centres), worst, best);
            return new Field(metric, weight, centres[0], standIn, quantiles, comparisons);
        }

        String id() {
            return metric.id();
        }

        double centre(Measured own) {
            return own == null ? standIn.centre() : own.centre();
        }

        double worst(Measured own) {
            return own == null ? standIn.lower() : own.centre() + margin(own);
        }

        double best(Measured own) {
            return own == null ? standIn.upper() : own.centre() - margin(own);
        }

        private double margin(Measured own) {
            return own.margin(comparisons, quantiles);
        }

        Contribution contribution(BoardCell cell) {
            double behind = bestCentre - centre(cell.metric(id()));
            return new Contribution(id(), cell.value(metric), weight, weight * behind);
        }
    }
}
