/** Publishes events to Kafka topics, and reads the log of model versions back. */
package dev.chipwise.ingest.kafka;
