package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.samples.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private final Catalog catalog = Catalog.shipped();
    private final Metric latency = catalog.metric("latency_mean_ms").orElseThrow();
    private final Metric memory = catalog.metric("memory_peak_mb").orElseThrow();

    @Test
    void keepsWhatARunMeasuredInOrderOfCode() {
        var result =
                Samples.result(1)
                        .on(Samples.phone().withMemoryMb(null))
                        .measuring("memory_peak_mb", 99)
                        .measuring("latency_mean_ms", 7)
                        .benchmark();

        var readings = Readings.of(result, catalog);

        assertThat(readings.size()).isEqualTo(2);
        assertThat(readings.code(0)).isEqualTo(latency.code());
        assertThat(readings.value(0)).isEqualTo(7);
        assertThat(readings.valueOf(memory)).isEqualTo(99);
    }

    @Test
    void whatWasNotMeasuredIsNotANumber() {
        assertThat(Readings.NONE.valueOf(latency)).isNaN();
        assertThat(Readings.of(Map.of(memory.code(), 1.0)).valueOf(latency)).isNaN();
    }

    @Test
    void equalWhenCodesAndValuesAre() {
        var readings = Readings.of(Map.of(1, 1.5, 30, 2.5));
        assertThat(readings)
                .isEqualTo(Readings.of(Map.of(30, 2.5, 1, 1.5)))
                .hasSameHashCodeAs(Readings.of(Map.of(30, 2.5, 1, 1.5)));
        assertThat(readings).isNotEqualTo(Readings.of(Map.of(1, 1.5, 31, 2.5)));
        assertThat(readings).isNotEqualTo(Readings.of(Map.of(1, 1.5, 30, 2.6)));
    }

    @Test
    void aRunOfAResultKeepsItsOutcome() {
        var failed = Samples.result(1).failing(Outcome.Status.FAILED, "crash").benchmark();
        var run = Run.of(failed, catalog);
        assertThat(run.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(run.failureClass()).isEqualTo("crash");
        assertThat(run.readings().valueOf(latency)).isNaN();
    }

    @Test
    void aRunKeepsTheMemoryThatItsResultStates() {
        var phone = Samples.phone();

        var stated = Run.of(Samples.result(1).on(phone.withMemoryMb(64.0)).benchmark(), catalog);
        var silent = Run.of(Samples.result(1).on(phone.withMemoryMb(null)).benchmark(), catalog);

        assertThat(stated.readings().hardwareMemoryMb()).isEqualTo(64);
        assertThat(silent.readings().hardwareMemoryMb()).isNaN();
        assertThat(catalog.metrics()).allMatch(metric -> metric.code() > 0);
    }

    @Test
    void runsAreOrderedByTimeThenId() {
        var first = Run.of(Samples.benchmark(1), catalog);
        var later = Run.of(Samples.benchmark(2), catalog);
        var sameTime =
                Run.of(
                        Samples.result(1)
                                .withId("ffffffff-0000-7000-8000-000000000000")
                                .benchmark(),
                        catalog);
        assertThat(first).isLessThan(later).isLessThan(sameTime);
        assertThat(sameTime).isLessThan(later);
    }

    @Test
    void aRetractionKeepsTheSlotOfItsResult() {
        var result = Samples.benchmark(1);
        var slot = Run.retracted(Samples.retraction(2, result));
        assertThat(slot).isEqualByComparingTo(Run.of(result, catalog));
        assertThat(slot.retracted()).isTrue();
        assertThat(slot.status()).isNull();
    }
}
