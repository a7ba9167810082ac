package dev.chipwise.ingest.git;

/**
 * What git calls the state of a working directory.
 *
 * @param tag the newest tag, with distance and commit where it is not on it: {@code git describe};
 *     the short commit where there is no tag; ends in {@code -dirty} where files were changed
 * @param commit the full hash
 */
public record GitVersion(String tag, String commit, boolean isDirty) {}
