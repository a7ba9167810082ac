package dev.chipwise.snapshotter.snapshot;

/** Two versions of one model, to be compared. */
public record VersionPair(VersionSide from, VersionSide to) {}
