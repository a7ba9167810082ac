/** The commands that bring results in: publish, spool, validate, version, formats, token. */
package dev.chipwise.ingest.cli;
