/**
 * The store in DuckDB: every statement is a file under {@code schema/} or {@code sql/}, and nothing
 * outside this package sees a connection.
 */
package dev.chipwise.snapshotter.duckdb;
