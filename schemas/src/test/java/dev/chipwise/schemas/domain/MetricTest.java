package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {

    private final Catalog catalog = Catalog.shipped();
    private final Metric latency = catalog.metric("latency_mean_ms").orElseThrow();
    private final Metric throughput = catalog.metric("throughput_items_per_second").orElseThrow();

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.5, 1, 42, 1e12})
    void aLogCostIsTurnedBackIntoItsValue(double value) {
        assertThat(latency.fromLogCost(latency.logCost(value)))
                .isCloseTo(value, within(value * 1e-12));
        assertThat(throughput.fromLogCost(throughput.logCost(value)))
                .isCloseTo(value, within(value * 1e-12));
    }

    @Test
    void moreCostIsWorseWhicheverWayTheMetricGoes() {
        assertThat(latency.logCost(20)).isGreaterThan(latency.logCost(10));
        assertThat(throughput.logCost(10)).isGreaterThan(throughput.logCost(20));
    }

    @Test
    void contextIsNeverScored() {
        assertThat(catalog.metric("battery_level_start_pct"))
                .get()
                .matches(metric -> !metric.isScored());
        assertThat(latency.isScored()).isTrue();
    }
}
