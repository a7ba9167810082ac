/**
 * Pure: folds scores into compatibility snapshots, compares the versions of a model, and says what
 * changed and how sure that is.
 */
package dev.chipwise.snapshotter.snapshot;
