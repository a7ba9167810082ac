package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.SuitabilityScore;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What compacted topics end up holding: the last value of every key, news aside. */
record Tables(
        SortedMap<String, CellSummary> cells,
        SortedMap<String, SuitabilityScore> scores,
        SortedMap<String, Recommendation> recommendations) {

    static Tables empty() {
        return new Tables(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    void applyCells(List<Map.Entry<String, CellSummary>> records) {
        apply(records, cells, value -> value);
    }

    void applyScores(List<Map.Entry<String, SuitabilityScore>> records) {
        apply(records, scores, value -> value);
    }

    void applyRecommendations(List<Map.Entry<String, Recommendation>> records) {
        apply(records, recommendations, value -> value.with(Recommendation.News.NONE));
    }

    /** These tables and those of other partitions. */
    Tables plus(Tables other) {
        var all = empty();
        for (var part : List.of(this, other)) {
            all.cells.putAll(part.cells);
            all.scores.putAll(part.scores);
            all.recommendations.putAll(part.recommendations);
        }
        return all;
    }

    private static <V> void apply(
            List<Map.Entry<String, V>> records, Map<String, V> table, UnaryOperator<V> kept) {
        for (var record : records) {
            if (record.getValue() == null) {
                table.remove(record.getKey());
            } else {
                table.put(record.getKey(), kept.apply(record.getValue()));
            }
        }
    }
}
