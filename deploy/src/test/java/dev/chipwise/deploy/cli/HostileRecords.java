package dev.chipwise.deploy.cli;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.schemas.samples.ResultSample;
import dev.chipwise.schemas.samples.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records with one thing wrong each, as they would lie on the input topics, and why. */
final class HostileRecords {

    /** A record and the reason it must be refused for. */
    record Case(Reason reason, String fault, Topic<String, ?> topic, byte[] key, byte[] value) {}

    static final String MODEL = "hostile";
    private static final Instant LONG_AGO = Instant.parse("2024-05-01T00:00:00Z");

    private final Topics topics;
    private final List<Case> cases = new ArrayList<>();
    private int number;

    HostileRecords(Topics topics) {
        this.topics = topics;
        var benchmark = topics.benchmarkResult();
        for (var topic :
                List.of(
                        benchmark,
                        topics.batteryResult(),
                        topics.modelVersion(),
                        topics.resultRetraction())) {
            add(Reason.UNREADABLE, "unknown bytes", topic, text("no avro at all"));
            add(Reason.MISSING_VALUE, "no value", topic, null);
        }
        var good = bytes(benchmark, next().benchmark());
        add(Reason.UNREADABLE, "truncated", benchmark, Arrays.copyOf(good, good.length / 2));
        add(Reason.UNREADABLE, "nothing but a header", benchmark, Arrays.copyOf(good, 10));
        add(Reason.UNREADABLE, "a schema nobody knows", benchmark, withOtherFingerprint(good));
        add(Reason.UNREADABLE, "empty", benchmark, new byte[0]);
        add(Reason.UNREADABLE, "an event of another topic", topics.batteryResult(), good);
        event(Reason.NOT_FINITE, "not a number", measured("latency_mean_ms", Double.NaN, "ms"));
        event(Reason.NEGATIVE, "negative", measured("latency_mean_ms", -1, "ms"));
        event(Reason.UNIT_MISMATCH, "seconds", measured("latency_mean_ms", 1, "s"));
        event(Reason.UNKNOWN_METRIC, "a metric nobody knows", measured("beauty", 1, "ms"));
        event(Reason.FUTURE_TIMESTAMP, "the future", at(Instant.parse("2999-01-01T00:00:00Z")));
        event(Reason.OVERSIZED, "a long label", labelled("x".repeat(500_000)));
        event(Reason.INVALID_EVENT_ID, "no id", next().withId("42").benchmark());
        cases.add(new Case(Reason.KEY_MISMATCH, "another model", benchmark, text("other"), good));
        cases.add(new Case(Reason.KEY_MISMATCH, "no key", benchmark, null, good));
        add(
                Reason.CHARGING,
                "on the charger",
                topics.batteryResult(),
                bytes(topics.batteryResult(), next().charging().battery()));
    }

    List<Case> all() {
        return List.copyOf(cases);
    }

    /** How many of them must be refused for each reason. */
    Map<String, Long> countsByReason() {
        var counts = new TreeMap<String, Long>();
        cases.forEach(wrong -> counts.merge(wrong.reason().code(), 1L, Long::sum));
        return counts;
    }

    /** A record that must be accepted. */
    Case good() {
        var topic = topics.benchmarkResult();
        return new Case(null, "good", topic, text(MODEL), bytes(topic, next().benchmark()));
    }

    private static byte[] withOtherFingerprint(byte[] good) {
        var other = good.clone();
        other[2] ^= 1;
        return other;
    }

    private ResultSample next() {
        number++;
        return Samples.result(number).of(MODEL, "v1").at(LONG_AGO.plus(Duration.ofMinutes(number)));
    }

    private BenchmarkResult at(Instant time) {
        return next().at(time).benchmark();
    }

    private BenchmarkResult labelled(String value) {
        var was = next().benchmark().envelope();
        return next().with(
                        new Envelope(
                                was.eventId(), was.occurredAt(), was.source(), Map.of("l", value)))
                .benchmark();
    }

    private BenchmarkResult measured(String metric, double value, String unit) {
        var was = next().benchmark();
        var measurement = new Measurement(metric, value, unit);
        return new BenchmarkResult(
                was.envelope(), was.subject(), was.outcome(), List.of(measurement), was.evidence());
    }

    private void event(Reason reason, String fault, BenchmarkResult result) {
        var topic = topics.benchmarkResult();
        add(reason, fault, topic, bytes(topic, result));
    }

    private void add(Reason reason, String fault, Topic<String, ?> topic, byte[] value) {
        cases.add(new Case(reason, fault, topic, text(MODEL), value));
    }

    private static <E extends Event> byte[] bytes(Topic<String, E> topic, E event) {
        return topic.valueSerde().serializer().serialize(topic.fullName(), event);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
