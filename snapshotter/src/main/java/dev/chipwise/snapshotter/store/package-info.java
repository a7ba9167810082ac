/**
 * Pure ports of the store, what a batch means, the store in memory, and the check that a store
 * tells the truth; nothing here knows Kafka or DuckDB.
 */
package dev.chipwise.snapshotter.store;
