package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * One result of a perf.yaml, in the words of the file.
 *
 * @param path where in the file it stands
 * @param timestamp when it was measured, or null where the file does not say
 * @param tools versions of the tools behind it, by tool
 * @param readings which fields of {@code metrics} hold what, and in which units
 */
record AiHubResult(
        String path,
        String component,
        String precision,
        Device device,
        String runtime,
        Instant timestamp,
        JsonNode metrics,
        SortedMap<String, String> tools,
        List<AiHubReading> readings) {

    /** A device as the file names it; null where the file does not say. */
    record Device(String name, String chipset, String os, String osVersion) {}
}
