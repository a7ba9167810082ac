/**
 * Every topic's name, key, value and serde, once; client settings, and the only place that starts a
 * Streams process.
 */
package dev.chipwise.schemas.kafka;
