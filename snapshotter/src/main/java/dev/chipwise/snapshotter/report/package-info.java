/**
 * What read commands show, as data, and its rendering as text table, JSON, JSON lines, CSV or
 * Markdown; pure.
 */
package dev.chipwise.snapshotter.report;
