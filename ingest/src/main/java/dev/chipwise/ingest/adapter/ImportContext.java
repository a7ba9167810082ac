package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Source;
import java.time.Instant;

/**
 * What the importing side says where a file says nothing; the file's own words win.
 *
 * @param versionTag the model version, or null
 * @param occurredAt when it was measured, or null
 */
public record ImportContext(String versionTag, Instant occurredAt, Source source) {}
