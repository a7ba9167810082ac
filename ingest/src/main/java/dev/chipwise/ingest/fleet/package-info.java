/** A made-up fleet whose every number follows from physics, with its truth beside it; pure. */
package dev.chipwise.ingest.fleet;
