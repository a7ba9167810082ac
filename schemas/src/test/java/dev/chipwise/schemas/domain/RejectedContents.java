package dev.chipwise.schemas.domain;

import dev.chipwise.schemas.domain.RejectedEvents.Case;
import dev.chipwise.schemas.samples.Samples;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** {@link RejectedEvents} whose fault is in what was measured, or in the registry. */
final class RejectedContents {

    private static final Envelope ENVELOPE = Samples.envelope(1);
    private static final Subject SUBJECT = Samples.benchmark(1).subject();

    private RejectedContents() {}

    static Stream<Case> all() {
        return Stream.of(
                        outcomes(),
                        values(),
                        batteries(),
                        RejectedProtocols.benchmarks(),
                        RejectedProtocols.batteries(),
                        versions(),
                        retractions())
                .flatMap(List::stream);
    }

    private static List<Case> outcomes() {
        var latency = List.of(new Measurement("latency_mean_ms", 2, "ms"));
        return List.of(
                new Case(
                        Reason.UNKNOWN_STATUS,
                        "a status from the future",
                        Samples.result(1).failing(Outcome.Status.UNRECOGNISED, null).benchmark()),
                new Case(
                        Reason.UNKNOWN_EVIDENCE,
                        "a kind of evidence from the future",
                        Samples.result(1).with(Evidence.UNRECOGNISED).benchmark()),
                new Case(
                        Reason.UNKNOWN_FAILURE_CLASS,
                        "a failure class nobody knows",
                        Samples.result(1).failing(Outcome.Status.FAILED, "sadness").benchmark()),
                new Case(
                        Reason.SUCCESS_WITH_FAILURE_CLASS,
                        "a success that failed",
                        new BenchmarkResult(
                                ENVELOPE,
                                SUBJECT,
                                new Outcome(Outcome.Status.OK, "crash", null),
                                latency,
                                Evidence.REAL)),
                new Case(Reason.SUCCESS_WITHOUT_METRIC, "nothing measured", measured()),
                new Case(
                        Reason.FAILURE_WITH_METRICS,
                        "a speed of a failed run",
                        new BenchmarkResult(
                                ENVELOPE,
                                SUBJECT,
                                new Outcome(Outcome.Status.FAILED, "crash", null),
                                latency,
                                Evidence.REAL)));
    }

    private static List<Case> values() {
        return List.of(
                new Case(
                        Reason.UNKNOWN_METRIC,
                        "a metric nobody knows",
                        measured(new Measurement("speed", 1, "ms"))),
                new Case(
                        Reason.UNIT_MISMATCH,
                        "seconds for milliseconds",
                        measured(new Measurement("load_ms", 1, "s"))),
                new Case(Reason.NOT_FINITE, "not a number", measured("load_ms", Double.NaN)),
                new Case(
                        Reason.NOT_FINITE,
                        "infinity",
                        measured("load_ms", Double.POSITIVE_INFINITY)),
                new Case(Reason.NEGATIVE, "a negative time", measured("load_ms", -1)),
                new Case(Reason.ZERO, "a step that takes no time", measured("latency_mean_ms", 0)),
                new Case(
                        Reason.OUT_OF_RANGE,
                        "more than full",
                        measured("battery_level_start_pct", 100.1)),
                new Case(
                        Reason.REPEATED_METRIC,
                        "a metric twice",
                        measured(
                                new Measurement("load_ms", 1, "ms"),
                                new Measurement("load_ms", 2, "ms"))),
                new Case(
                        Reason.PERCENTILES_OUT_OF_ORDER,
                        "a median above the 99th percentile",
                        Samples.result(1)
                                .measuring("latency_p50_ms", 9)
                                .measuring("latency_p99_ms", 8)
                                .benchmark()),
                new Case(
                        Reason.OVERSIZED,
                        "10001 raw latencies",
                        raw(Collections.nCopies(10_001, 1.0))),
                new Case(Reason.OUT_OF_RANGE, "a raw latency of 0", raw(List.of(0.0))));
    }

    private static List<Case> batteries() {
        var ok = Samples.battery(1);
        var sample = new BatteryResult.Sample(1, 4000.0, null, null, null);
        return List.of(
                new Case(
                        Reason.CHARGING,
                        "a run on the charger",
                        Samples.result(1).charging().battery()),
                new Case(Reason.MISSING_IDENTITY, "no protocol", battery(ok, null, List.of())),
                new Case(
                        Reason.OVERSIZED,
                        "10001 samples",
                        battery(ok, ok.protocol(), Collections.nCopies(10_001, sample))));
    }

    private static List<Case> versions() {
        return List.of(
                new Case(
                        Reason.MISSING_IDENTITY,
                        "a version of no model",
                        Samples.version(1, "", "v1")),
                new Case(
                        Reason.MISSING_IDENTITY,
                        "a version without tag",
                        Samples.version(1, "m", " ")));
    }

    private static List<Case> retractions() {
        var good = Samples.retraction(2, Samples.benchmark(1));
        var nameless = new CellKey(new BoardKey("", "v1", "w"), "h", "c");
        return List.of(
                new Case(
                        Reason.INVALID_EVENT_ID,
                        "a retraction of no id",
                        retraction(good, "x", good.cell())),
                new Case(
                        Reason.MISSING_IDENTITY,
                        "a retraction without model",
                        retraction(good, good.resultId(), nameless)),
                new Case(
                        Reason.MISSING_IDENTITY,
                        "a retraction without the result's time",
                        retraction(good, null)),
                new Case(
                        Reason.FUTURE_TIMESTAMP,
                        "a retraction of a result that is yet to come",
                        retraction(good, Samples.RECORDED_AT.plusSeconds(301))),
                new Case(
                        Reason.TIMESTAMP_TOO_OLD,
                        "a retraction of a result from the last century",
                        retraction(good, Instant.parse("1999-12-31T23:59:59Z"))),
                new Case(
                        Reason.UNKNOWN_EVIDENCE,
                        "a retraction of evidence from the future",
                        new ResultRetraction(
                                good.envelope(),
                                good.resultId(),
                                good.resultOccurredAt(),
                                good.cell(),
                                Evidence.UNRECOGNISED,
                                null)));
    }

    private static Event measured(String metric, double value) {
        return Samples.result(1).measuring(metric, value).benchmark();
    }

    private static Event measured(Measurement... measurements) {
        return new BenchmarkResult(
                ENVELOPE, SUBJECT, Outcome.OK, List.of(measurements), Evidence.REAL);
    }

    private static Event raw(List<Double> latencies) {
        var ok = Samples.benchmark(1);
        return new BenchmarkResult(
                ENVELOPE,
                SUBJECT,
                Outcome.OK,
                ok.measurements(),
                Evidence.REAL,
                null,
                null,
                latencies);
    }

    private static Event battery(
            BatteryResult ok, BatteryResult.Protocol protocol, List<BatteryResult.Sample> samples) {
        return new BatteryResult(
                ok.envelope(),
                ok.subject(),
                ok.outcome(),
                ok.measurements(),
                ok.evidence(),
                protocol,
                null,
                List.of(),
                samples);
    }

    private static Event retraction(ResultRetraction good, Instant resultOccurredAt) {
        return new ResultRetraction(
                good.envelope(),
                good.resultId(),
                resultOccurredAt,
                good.cell(),
                good.evidence(),
                null);
    }

    private static Event retraction(ResultRetraction good, String resultId, CellKey cell) {
        return new ResultRetraction(
                good.envelope(), resultId, good.resultOccurredAt(), cell, good.evidence(), null);
    }
}
