package dev.chipwise.planted.schemas.kafka;

import dev.chipwise.planted.schemas.avro.wire.Generated;

/** Planted: a generated class outside schemas.avro. */
public record KnowsGenerated(Generated generated) {}
