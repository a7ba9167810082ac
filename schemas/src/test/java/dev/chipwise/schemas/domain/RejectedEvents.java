package dev.chipwise.schemas.domain;

import dev.chipwise.schemas.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events with exactly one thing wrong, each with the reason it must be rejected for. */
final class RejectedEvents {

    /** An event and what is wrong with it. */
    record Case(Reason reason, String fault, Event event) {

        @Override
        public String toString() {
            return reason.code() + ": " + fault;
        }
    }

    private static final Envelope ENVELOPE = Samples.envelope(1);
    private static final Source SOURCE = ENVELOPE.source();

    private RejectedEvents() {}

    static Stream<Case> all() {
        return Stream.concat(
                Stream.of(envelopes(), models(), hardware(), workloads(), configurations())
                        .flatMap(List::stream),
                RejectedContents.all());
    }

    private static List<Case> envelopes() {
        var tooLong = "x".repeat(257);
        return List.of(
                new Case(Reason.MISSING_IDENTITY, "no event id", said(ENVELOPE.withEventId(null))),
                new Case(Reason.INVALID_EVENT_ID, "no UUID", said(ENVELOPE.withEventId("42"))),
                new Case(
                        Reason.INVALID_EVENT_ID,
                        "an upper-case UUID",
                        said(ENVELOPE.withEventId("018F0000-0000-7000-8000-00000000000A"))),
                new Case(
                        Reason.INVALID_EVENT_ID,
                        "a UUID with its dashes elsewhere",
                        said(ENVELOPE.withEventId("018f00000000-7000-8000-0000-00000000000"))),
                new Case(Reason.MISSING_IDENTITY, "no time", said(at(null))),
                new Case(
                        Reason.FUTURE_TIMESTAMP,
                        "a microsecond past the allowed skew",
                        said(at(Samples.RECORDED_AT.plus(Duration.ofMinutes(5)).plusNanos(1000)))),
                new Case(
                        Reason.TIMESTAMP_TOO_OLD,
                        "a clock that was never set",
                        said(at(Instant.parse("1999-12-31T23:59:59Z")))),
                new Case(Reason.UNKNOWN_SOURCE, "no source", said(from(null))),
                new Case(
                        Reason.UNKNOWN_SOURCE,
                        "a kind of source from the future",
                        said(from(new Source(Source.Kind.UNRECOGNISED, null, null, null)))),
                new Case(
                        Reason.OVERSIZED,
                        "a host name of 257",
                        said(from(new Source(Source.Kind.CI, "a", "1", tooLong)))),
                new Case(Reason.OVERSIZED, "33 labels", said(labelled(labels(33)))),
                new Case(Reason.OVERSIZED, "a label of 257", said(labelled(Map.of("a", tooLong)))));
    }

    private static List<Case> models() {
        return List.of(
                new Case(
                        Reason.MISSING_IDENTITY,
                        "a blank model",
                        Samples.result(1).of(" ", "v1").benchmark()),
                new Case(
                        Reason.OVERSIZED,
                        "a model of 257",
                        Samples.result(1).of("m".repeat(257), "v1").benchmark()),
                new Case(
                        Reason.NOT_CANONICAL,
                        "a model with a line break",
                        Samples.result(1).of("m\nn", "v1").benchmark()),
                new Case(
                        Reason.NOT_CANONICAL,
                        "a version with a colour",
                        Samples.result(1).of("m", "v1\u001b[31m").benchmark()),
                new Case(
                        Reason.MISSING_IDENTITY,
                        "no version",
                        Samples.result(1).of("m", null).benchmark()));
    }

    private static List<Case> hardware() {
        return List.of(
                new Case(
                        Reason.UNKNOWN_HARDWARE_TYPE,
                        "a type nobody knows",
                        on(new Hardware("abacus/acme/one", "abacus", "acme", "one"))),
                new Case(
                        Reason.NOT_CANONICAL,
                        "an alias of a type",
                        on(new Hardware("nvidia/nvidia/rtx", "nvidia", "nvidia", "rtx"))),
                new Case(
                        Reason.NOT_CANONICAL,
                        "an id in upper case",
                        on(new Hardware("cuda/NVIDIA/rtx", "cuda", "nvidia", "rtx"))),
                new Case(
                        Reason.NOT_CANONICAL,
                        "an id of another type",
                        on(new Hardware("cpu/nvidia/rtx", "cuda", "nvidia", "rtx"))),
                new Case(
                        Reason.NOT_CANONICAL,
                        "an id of two parts",
                        on(new Hardware("cuda/rtx", "cuda", null, "rtx"))),
                new Case(
                        Reason.NOT_CANONICAL,
                        "a vendor with a NUL",
                        on(new Hardware("cuda/a-b/rtx", "cuda", "a\u0000b", "rtx"))),
                new Case(
                        Reason.NOT_CANONICAL,
                        "an id with a DEL",
                        on(new Hardware("cuda/a\u007fb/rtx", "cuda", "a", "rtx"))),
                new Case(
                        Reason.MISSING_IDENTITY,
                        "no hardware id",
                        on(new Hardware(null, "cuda", null, "rtx"))),
                new Case(
                        Reason.OUT_OF_RANGE,
                        "a hardware without memory",
                        on(new Hardware("cpu/a/b", "cpu", "a", "b", null, null, null, null, 0.0))));
    }

    private static List<Case> workloads() {
        return List.of(
                new Case(
                        Reason.UNKNOWN_TASK,
                        "another task",
                        doing(new Workload("dream", "default", null, null))),
                new Case(
                        Reason.MISSING_IDENTITY,
                        "no test case",
                        doing(new Workload("inference", "", null, null))),
                new Case(
                        Reason.NOT_CANONICAL,
                        "a test case with a tab",
                        doing(new Workload("inference", "a\tb", null, null))),
                new Case(
                        Reason.OUT_OF_RANGE,
                        "no tokens",
                        doing(new Workload("inference", "chat", null, 0))));
    }

    private static List<Case> configurations() {
        return List.of(
                new Case(Reason.MISSING_IDENTITY, "no runtime", with(null, "fp16", 1, null)),
                new Case(
                        Reason.NOT_CANONICAL,
                        "a runtime with a C1 control character",
                        with("o\u0085rt", "fp16", 1, null)),
                new Case(Reason.MISSING_IDENTITY, "no precision", with("ort", null, 1, null)),
                new Case(
                        Reason.UNKNOWN_PRECISION,
                        "a precision nobody knows",
                        with("ort", "fp7", 1, null)),
                new Case(
                        Reason.NOT_CANONICAL,
                        "an alias of a precision",
                        with("ort", "float32", 1, null)),
                new Case(Reason.OUT_OF_RANGE, "an empty batch", with("ort", "fp16", 0, null)),
                new Case(Reason.OUT_OF_RANGE, "no threads", with("ort", "fp16", 1, 0)));
    }

    private static Event said(Envelope envelope) {
        return Samples.result(1).with(envelope).benchmark();
    }

    private static Envelope at(Instant time) {
        return new Envelope(ENVELOPE.eventId(), time, SOURCE, Map.of());
    }

    private static Envelope from(Source source) {
        return new Envelope(ENVELOPE.eventId(), ENVELOPE.occurredAt(), source, Map.of());
    }

    private static Envelope labelled(Map<String, String> labels) {
        return new Envelope(ENVELOPE.eventId(), ENVELOPE.occurredAt(), SOURCE, labels);
    }

    private static Map<String, String> labels(int count) {
        var labels = new TreeMap<String, String>();
        IntStream.range(0, count).forEach(i -> labels.put("label-" + i, "x"));
        return labels;
    }

    private static Event on(Hardware hardware) {
        return Samples.result(1).on(hardware).benchmark();
    }

    private static Event doing(Workload workload) {
        return Samples.result(1).doing(workload).benchmark();
    }

    private static Event with(String runtime, String precision, int batchSize, Integer threads) {
        var configuration =
                new Configuration(runtime, null, null, precision, null, batchSize, threads);
        return Samples.result(1).with(configuration).benchmark();
    }
}
