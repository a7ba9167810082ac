package dev.chipwise.planted.ingest.publish;

import dev.chipwise.planted.schemas.domain.KnowsIngest;
import dev.chipwise.planted.scorer.score.KnowsSnapshotter;

/** Planted: a stage knows another. */
public record KnowsScorer(KnowsSnapshotter other, KnowsIngest circle) {}
