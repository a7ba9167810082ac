package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringProfileTest {

    @Test
    void onlyTheRatiosOfWeightsMatter() {
        assertThat(profile(3, 1).normalisedWeights())
                .isEqualTo(profile(0.75, 0.25).normalisedWeights())
                .isEqualTo(new TreeMap<>(Map.of("latency_mean_ms", 0.75, "memory_peak_mb", 0.25)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aWeightThatSaysNothingIsRefused(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(weight, 1))
                .withMessageContaining("above 0");
    }

    @Test
    void aProfileWithoutWeightsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoringProfile("mine", 1, new TreeMap<>(), null))
                .withMessageContaining("at least one weight");
    }

    private static ScoringProfile profile(double latency, double memory) {
        return new ScoringProfile(
                "mine",
                1,
                new TreeMap<>(Map.of("latency_mean_ms", latency, "memory_peak_mb", memory)),
                null);
    }
}
