/**
 * What a publisher promises: every event handed over is accepted by the broker, refused with a
 * reason, or kept on disk until the broker is back.
 */
package dev.chipwise.ingest.publish;
