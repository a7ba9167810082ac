/**
 * What a publisher promises: every event handed over is accepted by the broker or refused with a
 * reason.
 */
package dev.chipwise.ingest.publish;
