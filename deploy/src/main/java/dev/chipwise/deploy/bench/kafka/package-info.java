/** Measurements against a broker: Kafka's own ceilings, the pipeline's speed and freshness. */
package dev.chipwise.deploy.bench.kafka;
