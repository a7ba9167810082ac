package dev.chipwise.snapshotter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.store.KeptTopics;
import org.junit.jupiter.api.Test;

/** The pure store names topics, and names them as {@link Topics} does. */
class KeptTopicsTest {

    @Test
    void namesTheTopicsOfEventsAsTheyAre() {
        // Given
        var topics = Topics.withDefaultPrefix();

        // Then
        assertThat(KeptTopics.EVENTS)
                .containsExactlyInAnyOrder(
                        topics.benchmarkResult().name(),
                        topics.batteryResult().name(),
                        topics.modelVersion().name(),
                        topics.resultRetraction().name());
        assertThat(topics.all()).extracting(Topic::name).containsAll(KeptTopics.EVENTS);
    }
}
