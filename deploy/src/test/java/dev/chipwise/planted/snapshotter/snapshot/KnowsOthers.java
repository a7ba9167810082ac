package dev.chipwise.planted.snapshotter.snapshot;

import dev.chipwise.planted.deploy.cli.Top;
import dev.chipwise.planted.scorer.kafka.StartsStreams;

/** Planted: a stage knows another, and the top of the house. */
public record KnowsOthers(StartsStreams other, Top top) {}
