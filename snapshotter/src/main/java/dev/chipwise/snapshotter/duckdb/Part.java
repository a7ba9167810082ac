package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.LatestRow;

/**
 * One of several rows that a latest value makes in another table; {@code part} is null for a
 * deletion.
 */
record Part<T extends Record, P>(LatestRow<T> of, P part) {

    T value() {
        return of.value();
    }
}
