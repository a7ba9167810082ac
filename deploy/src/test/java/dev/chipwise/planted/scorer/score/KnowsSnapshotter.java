package dev.chipwise.planted.scorer.score;

import dev.chipwise.planted.snapshotter.snapshot.KnowsOthers;

/** Planted: a stage knows another. */
public record KnowsSnapshotter(KnowsOthers other) {}
