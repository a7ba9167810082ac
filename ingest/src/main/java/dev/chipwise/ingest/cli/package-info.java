/** The commands that bring results in: publish, validate, version, formats, token. */
package dev.chipwise.ingest.cli;
