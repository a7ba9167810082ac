package dev.chipwise.snapshotter.store;

import java.time.Instant;

/** One record of a topic, read and judged; {@code recordedAt} is the record's timestamp. */
public record Arrival(long offset, Instant recordedAt, Stored stored) {}
