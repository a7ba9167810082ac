package dev.chipwise.ingest.git;

import dev.chipwise.schemas.domain.Ci;

/**
 * The CI run or checkout that something comes from.
 *
 * @param ci what events say of it; its provider is {@code git} where there is no CI
 * @param tag the tag that was built, or null
 */
public record CiRun(Ci ci, String tag) {}
