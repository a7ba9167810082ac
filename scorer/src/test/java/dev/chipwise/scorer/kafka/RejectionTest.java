package dev.chipwise.scorer.kafka;

import static dev.chipwise.scorer.kafka.Events.NOON;
import static dev.chipwise.scorer.kafka.Events.envelope;
import static dev.chipwise.scorer.kafka.Events.measured;
import static dev.chipwise.scorer.kafka.Events.subject;
import static dev.chipwise.scorer.kafka.Pipeline.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultRetraction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionTest {

    private static final BenchmarkResult GOOD = Events.run(99, "x1", 10);

    private final Heard heard = new Heard();
    private Pipeline pipeline;

    @BeforeEach
    void start(@TempDir Path state) {
        pipeline = Pipeline.start(ScorerConfig.DEFAULT, heard, state);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    static Stream<Arguments> wrong() {
        var unknown =
                new BenchmarkResult(
                        envelope(1, NOON),
                        subject("m", "v1", "x1"),
                        GOOD.outcome(),
                        List.of(),
                        GOOD.evidence());
        var battery = Events.battery(envelope(1, NOON), subject("m", "v1", "x1"), 5, true);
        var label = Map.of("note", "x".repeat(5 << 20));
        var values = Events.speed(10);
        var labelled = measured(Events.labelled(1, NOON, label), subject("m", "v1", "x1"), values);
        var later = Pipeline.RECORDED.plus(Duration.ofMinutes(6));
        return Stream.of(
                arguments(Reason.NOT_FINITE, with("latency_mean_ms", Double.NaN, "ms")),
                arguments(Reason.NEGATIVE, with("latency_mean_ms", -1, "ms")),
                arguments(Reason.ZERO, with("latency_mean_ms", 0, "ms")),
                arguments(Reason.UNIT_MISMATCH, with("latency_mean_ms", 1, "us")),
                arguments(Reason.UNKNOWN_METRIC, with("latency_mien_ms", 1, "ms")),
                arguments(Reason.FUTURE_TIMESTAMP, at(later)),
                arguments(Reason.TIMESTAMP_TOO_OLD, at(Instant.parse("1999-12-31T00:00:00Z"))),
                arguments(Reason.OVERSIZED, labelled),
                arguments(Reason.SUCCESS_WITHOUT_METRIC, unknown),
                arguments(Reason.CHARGING, battery),
                arguments(
                        Reason.MISSING_IDENTITY,
                        measured(envelope(1, NOON), subject("", "v1", "x1"), values)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void keepsAWrongEventWholeAndGoesOn(Reason reason, Event event) {
        // When
        pipeline.publish(event);
        pipeline.publish(GOOD);

        // Then
        var rejected = pipeline.rejected();
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).reason()).isEqualTo(reason);
        assertThat(rejected.get(0).detail()).isNotBlank();
        assertThat(rejected.get(0).key()).isEqualTo(event.modelName());
        assertThat(rejected.get(0).original()).isEqualTo(bytes(event));
        assertThat(rejected.get(0).topic()).doesNotStartWith("chipwise.").endsWith(".result.v1");
        assertThat(heard.rejected).containsExactly(reason);
        assertThatItGoesOn();
    }

    @Test
    void rejectsARecordWithoutValue() {
        pipeline.publish(TOPICS.benchmarkResult(), "m", null);
        pipeline.publish(GOOD);

        var rejected = pipeline.rejected().get(0);
        assertThat(rejected.reason()).isEqualTo(Reason.MISSING_VALUE);
        assertThat(rejected.original()).isEmpty();
        assertThat(rejected.topic()).isEqualTo("benchmark.result.v1");
        assertThat(rejected.partition()).isZero();
        assertThat(rejected.offset()).isZero();
        assertThatItGoesOn();
    }

    @Test
    void rejectsAnEventUnderAnotherModelsKeyOrNone() {
        // When
        pipeline.publish("another", GOOD);
        pipeline.publish(null, GOOD);
        pipeline.publish(GOOD);

        // Then
        var rejected = pipeline.rejected();
        assertThat(rejected).extracting("reason").containsOnly(Reason.KEY_MISMATCH);
        assertThat(rejected).extracting("key").containsExactly("another", null);
        assertThat(rejected).extracting("offset").containsExactly(0L, 1L);
        assertThatItGoesOn();
    }

    @Test
    void rejectsARetractionThatNamesNoTime() {
        var cell = GOOD.subject().cell();
        var nameless =
                new ResultRetraction(envelope(1, NOON), "no id", NOON, cell, GOOD.evidence(), "");

        pipeline.publish(nameless);
        pipeline.publish(GOOD);

        assertThat(pipeline.rejected())
                .extracting("reason")
                .containsExactly(Reason.INVALID_EVENT_ID);
        assertThatItGoesOn();
    }

    @Test
    void reportsOtherContentUnderAKnownId() {
        var other = measured(GOOD.envelope(), GOOD.subject(), Events.speed(20));

        pipeline.publish(GOOD);
        pipeline.publish(other);

        var rejected = pipeline.rejected();
        assertThat(rejected).extracting("reason").containsExactly(Reason.CONFLICTING_DUPLICATE);
        assertThat(rejected.get(0).original()).isEqualTo(bytes(other));
        assertThat(rejected.get(0).offset()).isEqualTo(1);
    }

    @Test
    void sendsBytesThatAreNoAvroToTheDeadLetters() {
        // Given
        var garbage = "latency=12".getBytes(StandardCharsets.UTF_8);
        var whole = bytes(GOOD);
        var truncated = Arrays.copyOf(whole, whole.length - 3);
        var another = Codecs.modelVersion().encode(Events.version(1, NOON, "onnx"));

        // When
        for (var bytes : List.of(garbage, truncated, another, new byte[0])) {
            pipeline.publishBytes(TOPICS.benchmarkResult(), "m", bytes);
        }
        pipeline.publish(GOOD);

        // Then
        assertThat(pipeline.deadLetters())
                .containsExactly(garbage, truncated, another, new byte[0]);
        assertThat(pipeline.rejected()).isEmpty();
        assertThatItGoesOn();
    }

    private void assertThatItGoesOn() {
        pipeline.tick();
        assertThat(pipeline.cells())
                .extracting("key")
                .containsExactly(GOOD.subject().cell().topicKey());
        assertThat(heard.accepted).containsExactly("benchmark.result.v1");
    }

    private static BenchmarkResult with(String metric, double value, String unit) {
        var values = List.of(new Measurement(metric, value, unit));
        return measured(envelope(1, NOON), subject("m", "v1", "x1"), values);
    }

    private static BenchmarkResult at(Instant occurredAt) {
        return measured(envelope(1, occurredAt), subject("m", "v1", "x1"), Events.speed(10));
    }

    private static byte[] bytes(Event event) {
        return event instanceof BenchmarkResult result
                ? Codecs.benchmarkResult().encode(result)
                : Codecs.batteryResult().encode((dev.chipwise.schemas.domain.BatteryResult) event);
    }
}
