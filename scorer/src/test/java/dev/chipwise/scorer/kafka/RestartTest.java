package dev.chipwise.scorer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Recommendation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir Path before;
    @TempDir Path after;

    @Test
    void recomputesWhatWasCommittedButNotYetScored() {
        // Given
        try (var pipeline = Pipeline.startAndSave(ScorerConfig.DEFAULT, before, after)) {
            pipeline.publish(Events.run(1, "x1", 10));
            assertThat(pipeline.cells()).isEmpty();
        }

        // When
        try (var pipeline = Pipeline.start(after)) {
            pipeline.tick();

            // Then
            assertThat(pipeline.cells()).hasSize(1);
            assertThat(pipeline.scores()).hasSize(1);
        }
    }

    @Test
    void saysNothingAgainAndGoesOnCounting() {
        // Given
        try (var pipeline = Pipeline.startAndSave(ScorerConfig.DEFAULT, before, after)) {
            pipeline.publish(Events.run(1, "x1", 10));
            pipeline.tick();
        }

        // When
        try (var pipeline = Pipeline.start(after)) {
            pipeline.tick();
            assertThat(pipeline.recommendations()).isEmpty();
            pipeline.publish(Events.run(2, "x2", 10));
            pipeline.tick();

            // Then
            assertThat(pipeline.recommendations())
                    .extracting(entry -> entry.getValue().news())
                    .extracting(Recommendation.News::sequence)
                    .containsOnly(2L);
        }
    }

    @Test
    void appliesAProfileThatChangedWhileItWasAway() {
        // Given
        try (var pipeline = Pipeline.startAndSave(ScorerConfig.DEFAULT, before, after)) {
            pipeline.publish(Events.run(1, "x1", 10));
            pipeline.tick();
        }

        // When
        try (var pipeline = Pipeline.start(after)) {
            var shipped = Pipeline.CATALOG.profiles().get("balanced");
            pipeline.publish(
                    Pipeline.TOPICS.scoringProfile(),
                    "mine",
                    new dev.chipwise.schemas.domain.ScoringProfile(
                            "mine", 1, shipped.weights(), shipped.budgets()));
            pipeline.tick();

            // Then
            assertThat(pipeline.recommendations())
                    .extracting(entry -> entry.getValue().profile())
                    .containsExactly("mine");
        }
    }
}
