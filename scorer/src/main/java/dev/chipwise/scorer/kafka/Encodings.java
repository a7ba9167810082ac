package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.kafka.Topics;
import org.apache.kafka.common.serialization.Serde;

/**
 * How derived records look on their topics, to encode them once for topic, store and comparison.
 */
record Encodings(
        Serde<CellSummary> cells,
        Serde<SuitabilityScore> scores,
        Serde<Recommendation> recommendations) {

    static Encodings of(Topics topics) {
        return new Encodings(
                topics.cellSummary().valueSerde(),
                topics.suitabilityScore().valueSerde(),
                topics.recommendation().valueSerde());
    }
}
