/**
 * The snapshotter on Kafka: the topology that makes snapshots and changes, and the consumer that
 * fills the store.
 */
package dev.chipwise.snapshotter.kafka;
