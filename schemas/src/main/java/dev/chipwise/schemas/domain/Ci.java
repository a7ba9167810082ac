package dev.chipwise.schemas.domain;

/** The CI run that published an event; every part but the provider may be null. */
public record Ci(String provider, String repository, String commit, String branch, String runUrl) {}
