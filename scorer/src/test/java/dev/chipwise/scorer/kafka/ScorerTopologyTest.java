package dev.chipwise.scorer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTopologyTest {

    @TempDir Path state;

    /**
     * A step or store that changes its name loses its state, so a change must be seen in review.
     */
    @Test
    void isAsDescribed() throws IOException {
        var topology = Pipeline.topology(ScorerConfig.DEFAULT, ScorerListener.NONE, state);
        assertThat(topology.describe().toString()).isEqualTo(resource("/topology/scorer.txt"));
    }

    @Test
    void settingsRefuseNonsense() {
        var tick = Duration.ofMillis(100);
        assertThatThrownBy(() -> new ScorerConfig(0, tick, tick, 1, 1, 1))
                .hasMessageContaining("window");
        assertThatThrownBy(() -> new ScorerConfig(1, Duration.ZERO, tick, 1, 1, 1))
                .hasMessageContaining("tick");
        assertThatThrownBy(() -> new ScorerConfig(1, tick, tick, 0, 1, 1))
                .hasMessageContaining("boards");
        assertThatThrownBy(() -> new ScorerConfig(1, tick, tick, 1, 0, 1))
                .hasMessageContaining("cached bytes of runs");
        assertThatThrownBy(() -> new ScorerConfig(1, tick, tick, 1, 1, 0))
                .hasMessageContaining("cached bytes of boards");
    }

    private static String resource(String name) throws IOException {
        try (var in = ScorerTopologyTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
