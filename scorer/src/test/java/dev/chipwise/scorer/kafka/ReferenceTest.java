package dev.chipwise.scorer.kafka;

import static dev.chipwise.scorer.kafka.Pipeline.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {

    private final Heard heard = new Heard();
    private final Tables tables = Tables.empty();

    @TempDir Path state;
    private Pipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = Pipeline.start(ScorerConfig.DEFAULT, heard, state);
        pipeline.publish(Events.run(1, "small", 20));
        pipeline.publish(Events.run(2, "fast", 10));
        tick();
    }

    @Test
    void aUsersProfileReplacesTheShippedOneAndRanksAgain() {
        // Given
        assertThat(leader("balanced")).isEqualTo("fast");

        // When
        publish(
                profile(
                        "balanced",
                        7,
                        Map.of("memory_peak_mb", 1.0),
                        Map.of("latency_mean_ms", 15.0)));
        tick();

        // Then
        assertThat(recommendation("balanced").profileVersion()).isEqualTo(7);
        assertThat(recommendation("balanced").excluded())
                .extracting(e -> e.hardware().device())
                .containsExactly("small");
        assertThat(recommendation("latency").profileVersion()).isEqualTo(1);
        pipeline.close();
    }

    @Test
    void aProfileThatIsTakenBackTakesItsRecommendationsBack() {
        // Given
        publish(profile("mine", 1, Map.of("latency_mean_ms", 1.0), Map.of()));
        tick();
        assertThat(leader("mine")).isEqualTo("fast");

        // When
        pipeline.publish(TOPICS.scoringProfile(), "mine", null);
        tick();

        // Then
        assertThat(recommendation("mine")).isNull();
        assertThat(recommendation("balanced")).isNotNull();
        pipeline.close();
    }

    @Test
    void aProfileOfUnknownMetricsIsNotUsed() {
        publish(profile("balanced", 7, Map.of("latency_mien_ms", 1.0), Map.of()));
        tick();

        assertThat(heard.ignoredProfiles).contains("balanced");
        assertThat(recommendation("balanced").profileVersion()).isEqualTo(1);
        pipeline.close();
    }

    @Test
    void bytesThatAreNoProfileChangeNothing() {
        pipeline.publishBytes(TOPICS.scoringProfile(), "balanced", new byte[] {1, 2, 3});
        publish(profile("mine", 1, Map.of("latency_mean_ms", 1.0), Map.of()));
        tick();

        assertThat(recommendation("balanced").profileVersion()).isEqualTo(1);
        assertThat(leader("mine")).isEqualTo("fast");
        pipeline.close();
    }

    @Test
    void aHardwareProfileSaysTheMemoryThatResultsDoNot() {
        // When
        var known =
                new Hardware(
                        "npu/acme/small", "npu", "acme", "small", null, null, null, null, 64.0);
        pipeline.publish(
                TOPICS.hardwareProfile(),
                known.id(),
                new HardwareProfile(known, "a small one", Events.NOON));
        tick();

        // Then
        assertThat(recommendation("balanced").excluded())
                .extracting(e -> e.hardware().device())
                .containsExactly("small");
        pipeline.close();
    }

    private void publish(ScoringProfile profile) {
        pipeline.publish(TOPICS.scoringProfile(), profile.id(), profile);
    }

    private void tick() {
        pipeline.tick();
        pipeline.drainInto(tables);
    }

    private String leader(String profile) {
        return recommendation(profile).ranked().get(0).hardware().device();
    }

    private Recommendation recommendation(String profile) {
        return tables.recommendations()
                .get(Events.subject("m", "v1", "any").board().profileKey(profile));
    }

    private static ScoringProfile profile(
            String id, int version, Map<String, Double> weights, Map<String, Double> budgets) {
        return new ScoringProfile(id, version, new TreeMap<>(weights), new TreeMap<>(budgets));
    }
}
