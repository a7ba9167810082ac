/** The commands that bring results in: publish, spool, validate, version, formats. */
package dev.chipwise.ingest.cli;
