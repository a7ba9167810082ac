package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

    private final Catalog catalog = Catalog.shipped();

    @Test
    void aMetricIsFoundByItsIdAndByItsCode() {
        var latency = catalog.metric("latency_mean_ms").orElseThrow();
        assertThat(latency.unit()).isEqualTo("ms");
        assertThat(latency.direction()).isEqualTo(Metric.Direction.LOWER);
        assertThat(catalog.metric(latency.code())).hasValue(latency);
        assertThat(catalog.metric("speed")).isEmpty();
        assertThat(catalog.metric(9999)).isEmpty();
    }

    /**
     * Codes are in state stores and on the wire: giving one to another metric would turn old values
     * into it.
     */
    @Test
    void codesAreForLife() {
        var codes = new HashSet<Integer>();
        catalog.metrics().forEach(metric -> codes.add(metric.code()));
        assertThat(codes).hasSize(catalog.metrics().size());
        var pinned =
                Map.of(
                        1,
                        "throughput_items_per_second",
                        10,
                        "latency_mean_ms",
                        16,
                        "latency_p95_ms",
                        30,
                        "memory_peak_mb",
                        54,
                        "energy_per_inference_mj",
                        60,
                        "battery_drain_pct_per_hour");
        pinned.forEach((code, id) -> assertThat(catalog.metric(code)).map(Metric::id).hasValue(id));
    }

    @ParameterizedTest
    @CsvSource({
        "latency, latency_mean_ms",
        "latency_p95_ms, latency_p95_ms",
        "throughput, throughput_items_per_second",
        "memory, memory_peak_mb",
        "energy, energy_per_inference_mj"
    })
    void aPersonMayNameAMetricByItsCriterion(String word, String id) {
        assertThat(catalog.metricOrCriterion(word)).map(Metric::id).hasValue(id);
    }

    @Test
    void unitsAreInTheNames() {
        var suffixes =
                Map.of(
                        "ms", "_ms", "MB", "_mb", "mW", "_mw", "mJ", "_mj", "C", "_c", "mV", "_mv",
                        "s", "_s");
        for (var metric : catalog.metrics()) {
            if (suffixes.containsKey(metric.unit())) {
                assertThat(metric.id()).endsWith(suffixes.get(metric.unit()));
            }
        }
    }

    @Test
    void everyCriterionCanBeScored() {
        for (var criterion : catalog.criteria()) {
            assertThat(catalog.metricOrCriterion(criterion))
                    .as(criterion)
                    .get()
                    .matches(Metric::isScored);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "qnn, qualcomm",
        "NVIDIA, cuda",
        "metal, mps",
        "ane, apple_neural_engine",
        "' cpu ', cpu"
    })
    void hardwareTypesHaveAliases(String spelling, String canonical) {
        assertThat(catalog.hardwareType(spelling)).hasValue(canonical);
    }

    @ParameterizedTest
    @CsvSource({"float32, fp32", "FP16, fp16", "i8, int8", "w8a16, w8a16"})
    void precisionsHaveAliases(String spelling, String canonical) {
        assertThat(catalog.precision(spelling)).hasValue(canonical);
    }

    @ParameterizedTest
    @CsvSource({"oom, out_of_memory", "timed_out, timeout", "crash, crash"})
    void failureClassesHaveAliases(String spelling, String canonical) {
        assertThat(catalog.failureClass(spelling)).hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abacus", "fp7"})
    void anUnknownWordIsNobodysAlias(String word) {
        assertThat(catalog.hardwareType(word)).isEmpty();
        assertThat(catalog.precision(word)).isEmpty();
        assertThat(catalog.failureClass(word)).isEmpty();
    }

    @Test
    void anAbsentWordIsNobodysAlias() {
        assertThat(catalog.hardwareType(null)).isEmpty();
    }

    @Test
    void everyCanonicalWordMeansItself() {
        assertThat(catalog.hardwareTypes())
                .allMatch(type -> catalog.hardwareType(type).orElseThrow().equals(type));
        assertThat(catalog.precisions())
                .allMatch(each -> catalog.precision(each).orElseThrow().equals(each));
    }

    @Test
    void theShippedProfilesAreTheDocumentedOnes() {
        assertThat(catalog.profiles())
                .containsOnlyKeys(
                        "balanced", "battery", "latency", "memory", "throughput", "training");
        assertThat(catalog.profiles().get("balanced").weights())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "throughput_items_per_second", 0.5,
                                "latency_mean_ms", 0.3,
                                "memory_peak_mb", 0.2));
    }

    @Test
    void everyMetricHasAPriorOnEveryHardware() {
        assertThat(catalog.priorId()).isNotBlank();
        for (var metric : catalog.metrics()) {
            assertThat(catalog.prior(metric, "mcu").spread()).as(metric.id()).isPositive();
        }
    }
}
