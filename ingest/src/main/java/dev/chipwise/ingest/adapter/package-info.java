/** Reads files that carry results: one class per format, text in, events out; pure. */
package dev.chipwise.ingest.adapter;
