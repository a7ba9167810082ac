package dev.chipwise.scorer.kafka;

import java.util.Map;

/** What was last published of one board, by key: as it is in the stores, decoded on the heap. */
record PublishedBoard(Map<String, Published> scores, Map<String, Published> recommendations) {

    /** About what an entry takes on the heap. */
    private static final int ENTRY_BYTES = 350;

    int bytes() {
        return ENTRY_BYTES * (scores.size() + recommendations.size());
    }
}
