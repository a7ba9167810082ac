package dev.chipwise.planted.schemas.domain;

import dev.chipwise.planted.ingest.publish.KnowsScorer;

/** Planted: the shared language knows a stage, in a circle. */
public record KnowsIngest(KnowsScorer stage) {}
