package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Explains a hardware one criterion at a time: the board's best over its own best, 1 for the best
 * itself.
 */
final class Components {

    private static final List<String> CRITERIA =
            List.of("energy", "latency", "memory", "throughput");

    private final SortedMap<String, Metric> metrics = new TreeMap<>();

    Components(Catalog catalog) {
        CRITERIA.forEach(word -> metrics.put(word, catalog.metricOrCriterion(word).orElseThrow()));
    }

    /** The best log-cost by criterion; a criterion that nobody measured is not there. */
    SortedMap<String, Double> best(List<BoardCell> cells) {
        var best = new TreeMap<String, Double>();
        metrics.forEach(
                (word, metric) -> lowest(metric, cells).ifPresent(cost -> best.put(word, cost)));
        return best;
    }

    SortedMap<String, Double> of(Contender contender, SortedMap<String, Double> bestOfBoard) {
        var components = best(contender.cells());
        components.replaceAll((word, own) -> StrictMath.exp(bestOfBoard.get(word) - own));
        return components;
    }

    private static OptionalDouble lowest(Metric metric, List<BoardCell> cells) {
        boolean any = false;
        double lowest = Double.POSITIVE_INFINITY;
        for (var cell : cells) {
            var own = cell.metric(metric.id());
            if (own != null) {
                any = true;
                lowest = Math.min(lowest, own.centre());
            }
        }
        return any ? OptionalDouble.of(lowest) : OptionalDouble.empty();
    }
}
