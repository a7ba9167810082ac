/** The commands that bring results in: publish, validate, version, formats. */
package dev.chipwise.ingest.cli;
