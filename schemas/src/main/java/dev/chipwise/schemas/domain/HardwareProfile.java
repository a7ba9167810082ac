package dev.chipwise.schemas.domain;

import java.time.Instant;

/** What is known of a hardware beside results; the newest profile of an id counts. */
public record HardwareProfile(Hardware hardware, String description, Instant updatedAt) {}
