/**
 * The scorer on Kafka Streams: events in, cell summaries, scores, recommendations and rejections
 * out; all arithmetic is in {@code scorer.score}.
 */
package dev.chipwise.scorer.kafka;
