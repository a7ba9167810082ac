package dev.chipwise.schemas.domain;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model version that somebody registers; the log of them is the registry, and nothing is ever
 * overwritten.
 */
public record ModelVersion(
        Envelope envelope,
        Model model,
        Version version,
        String parentTag,
        SortedMap<String, String> metadata)
        implements Event {

    public ModelVersion {
        metadata = new TreeMap<>(metadata == null ? Map.of() : metadata);
    }

    @Override
    public String modelName() {
        return model.name();
    }

    public VersionKey key() {
        return new VersionKey(model.name(), version.tag());
    }

    public Instant registeredAt() {
        return envelope.occurredAt();
    }
}
