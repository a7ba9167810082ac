package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.Recommendation;
import java.util.Map;
import java.util.function.Function;

/**
 * What was last published of one board, by key: as it is in the stores, decoded on the heap.
 *
 * @param material of recommendations, as far as they were asked for
 */
record PublishedBoard(
        Map<String, Published> scores,
        Map<String, Published> recommendations,
        Map<String, Recommendation> material) {

    /** About what an entry takes on the heap. */
    private static final int ENTRY_BYTES = 350;

    /** About what one place of a recommendation takes. */
    private static final int PLACE_BYTES = 1_500;

    int bytes() {
        return ENTRY_BYTES * (scores.size() + recommendations.size())
                + PLACE_BYTES * material.values().stream().mapToInt(PublishedBoard::places).sum();
    }

    /** The last material recommendation under this key, or null; read when it is not held. */
    Recommendation material(String key, Function<String, Recommendation> reading) {
        return material.computeIfAbsent(key, reading);
    }

    private static int places(Recommendation recommendation) {
        return recommendation.ranked().size() + recommendation.excluded().size();
    }
}
