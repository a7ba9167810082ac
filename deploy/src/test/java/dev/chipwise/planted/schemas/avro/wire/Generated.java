package dev.chipwise.planted.schemas.avro.wire;

/** Planted: stands for a generated class. */
public record Generated(String field) {}
