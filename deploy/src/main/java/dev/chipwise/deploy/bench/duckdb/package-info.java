/** Measurements against DuckDB: its own ceiling, and the older system's way in SQL. */
package dev.chipwise.deploy.bench.duckdb;
