package dev.chipwise.snapshotter.duckdb;

import java.nio.file.Path;

/** A finished copy of a store and the JSON that says what is in it; numbers grow. */
public record PublishedCopy(long number, Path file, Path manifest) {}
