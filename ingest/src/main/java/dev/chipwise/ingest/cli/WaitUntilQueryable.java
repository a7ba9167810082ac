package dev.chipwise.ingest.cli;

import java.time.Duration;
import java.util.SortedMap;

/** Waits until published events are scored and can be queried. */
@FunctionalInterface
public interface WaitUntilQueryable {

    /**
     * Asked before anything is published.
     *
     * @throws IllegalArgumentException where it can never be known; says what to do instead
     */
    default void requirePossible() {}

    /**
     * Returns as soon as they are.
     *
     * @param lastOffsets the last published offset by topic (without prefix) and partition
     * @return false when they are not within the patience
     */
    boolean await(SortedMap<String, SortedMap<Integer, Long>> lastOffsets, Duration patience);
}
