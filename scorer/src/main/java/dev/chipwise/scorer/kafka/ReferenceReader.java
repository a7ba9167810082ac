package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.ReferenceData;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the reference data from the global stores, and tells which profiles are not used. */
final class ReferenceReader {

    private ReferenceReader() {}

    static ReferenceData read(
            Catalog catalog,
            ReadOnlyKeyValueStore<String, ScoringProfile> scoring,
            ReadOnlyKeyValueStore<String, HardwareProfile> hardware,
            ScorerListener listener) {
        var profiles = all(scoring);
        profiles.forEach(
                (key, profile) -> {
                    if (!ReferenceData.isInForce(key, profile, catalog)) {
                        listener.profileIgnored(key);
                    }
                });
        return ReferenceData.of(catalog, profiles, all(hardware));
    }

    private static <V> Map<String, V> all(ReadOnlyKeyValueStore<String, V> store) {
        var values = new TreeMap<String, V>();
        try (var entries = store.all()) {
            entries.forEachRemaining(entry -> values.put(entry.key, entry.value));
        }
        return values;
    }
}
