package dev.chipwise.schemas.domain;

import java.time.Instant;
import java.util.Comparator;
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

    /** Of several registrations of one tag, the first in this order counts. */
    public static final Comparator<ModelVersion> EARLIEST_FIRST =
            Comparator.comparing(ModelVersion::registeredAt)
                    .thenComparing(version -> version.envelope().eventId())
                    .thenComparing(ModelVersion::content);

    public ModelVersion {
        metadata = new TreeMap<>(metadata == null ? Map.of() : metadata);
    }

    @Override
    public ModelVersion withEnvelope(Envelope other) {
        return new ModelVersion(other, model, version, parentTag, metadata);
    }

    @Override
    public String modelName() {
        return model.name();
    }

    @Override
    public String identity() {
        return Key.join(envelope.eventId(), model.name(), version.tag());
    }

    /** What is registered, whoever says it and when. */
    public String content() {
        return Canonical.text(new ModelVersion(null, model, version, parentTag, metadata));
    }

    public VersionKey key() {
        return new VersionKey(model.name(), version.tag());
    }

    public Instant registeredAt() {
        return envelope.occurredAt();
    }
}
