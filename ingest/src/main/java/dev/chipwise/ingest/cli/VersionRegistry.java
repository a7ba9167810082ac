package dev.chipwise.ingest.cli;

import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The registrations of model versions, in order of model and time. The first under a tag counts.
 */
final class VersionRegistry {

    private static final Comparator<ModelVersion> ORDER =
            Comparator.comparing(ModelVersion::modelName)
                    .thenComparing(ModelVersion::registeredAt)
                    .thenComparing(version -> version.envelope().eventId());

    private final List<ModelVersion> all;
    private final Map<VersionKey, ModelVersion> first = new TreeMap<>();

    VersionRegistry(List<ModelVersion> registrations) {
        all = registrations.stream().sorted(ORDER).toList();
        all.forEach(version -> first.putIfAbsent(version.key(), version));
    }

    List<ModelVersion> all() {
        return all;
    }

    /** Whether it is registered with this content. */
    boolean contains(ModelVersion version) {
        var known = first.get(version.key());
        return known != null && isSame(known, version);
    }

    /** Whether its tag is registered with other content. */
    boolean hasOther(ModelVersion version) {
        var known = first.get(version.key());
        return known != null && !isSame(known, version);
    }

    /** Who registered it and when is no content. */
    private static boolean isSame(ModelVersion one, ModelVersion other) {
        var withSameEnvelope =
                new ModelVersion(
                        one.envelope(),
                        one.model(),
                        other.version(),
                        other.parentTag(),
                        other.metadata());
        return one.equals(withSameEnvelope);
    }
}
