/** The commands that ask: scores, recommend, snapshot, query, store. */
package dev.chipwise.snapshotter.cli;
