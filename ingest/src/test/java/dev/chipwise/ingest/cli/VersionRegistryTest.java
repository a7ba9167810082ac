package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.FreshEnvelopes;
import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Version;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VersionRegistryTest {

    private final ModelVersion first = version(0, "aaaa");
    private final ModelVersion again = version(1, "aaaa");
    private final ModelVersion other = version(2, "bbbb");

    @Test
    void theFirstUnderATagCountsWhateverTheOrderOfTheLog() {
        var registry = new VersionRegistry(List.of(other, again, first));

        assertThat(registry.all()).containsExactly(first, again, other);
        assertThat(registry.all()).filteredOn(registry::hasOther).containsExactly(other);
        assertThat(registry.all()).filteredOn(registry::contains).containsExactly(first, again);
    }

    @Test
    void anUnknownTagIsNeitherThereNorInConflict() {
        var registry = new VersionRegistry(List.of());

        assertThat(registry.contains(first)).isFalse();
        assertThat(registry.hasOther(first)).isFalse();
    }

    private static ModelVersion version(int minutes, String commit) {
        var clock = Clock.offset(ResultSamples.CLOCK, Duration.ofMinutes(minutes));
        var source = new Source(Source.Kind.CLI, "test", null, null);
        return new ModelVersion(
                new FreshEnvelopes(new Random(minutes), clock).next(source),
                Model.named("m"),
                new Version("v1", commit, null),
                null,
                new TreeMap<>());
    }
}
