package dev.chipwise.schemas.samples;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Events by chance: valid ones, which repeat and contradict each other, and wrong ones. */
final class HostileEvents {

    /** An event that the rules refuse, and why. */
    record Wrong(Event event, Reason reason) {}

    private static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");
    private static final int NUMBERS = 5_000;
    private static final int MODELS = 6;
    private static final int TAGS = 3;
    private static final int HUGE_TEXT = 1 << 19;
    private static final int LONG_TEXT = 5_000;
    private static final int HUGE_ONE_IN = 200;

    private final SplittableRandom random;

    HostileEvents(SplittableRandom random) {
        this.random = random;
    }

    Event valid() {
        int n = random.nextInt(NUMBERS);
        return switch (random.nextInt(8)) {
            case 0, 1 -> result(n).battery();
            case 2 -> Samples.version(n, model(), tag());
            case 3 -> Samples.retraction(n, result(random.nextInt(NUMBERS)).benchmark());
            default -> result(n).measuring("latency_mean_ms", 1 + random.nextInt(50)).benchmark();
        };
    }

    Wrong wrong() {
        var run = result(random.nextInt(NUMBERS));
        return switch (random.nextInt(12)) {
            case 0 -> measured(run, "latency_mean_ms", Double.NaN, "ms", Reason.NOT_FINITE);
            case 1 -> measured(run, "latency_mean_ms", -1, "ms", Reason.NEGATIVE);
            case 2 -> measured(run, "latency_mean_ms", 0, "ms", Reason.ZERO);
            case 3 -> measured(run, "latency_mean_ms", 1, "s", Reason.UNIT_MISMATCH);
            case 4 -> measured(run, "beauty", 1, "ms", Reason.UNKNOWN_METRIC);
            case 5 -> new Wrong(run.at(FAR).benchmark(), Reason.FUTURE_TIMESTAMP);
            case 6 -> new Wrong(run.at(Instant.EPOCH).battery(), Reason.TIMESTAMP_TOO_OLD);
            case 7 -> new Wrong(run.withId("42").benchmark(), Reason.INVALID_EVENT_ID);
            case 8 -> new Wrong(run.charging().battery(), Reason.CHARGING);
            case 9 -> new Wrong(run.of("", "v1").benchmark(), Reason.MISSING_IDENTITY);
            case 10 ->
                    new Wrong(
                            run.failing(Outcome.Status.FAILED, "boredom").benchmark(),
                            Reason.UNKNOWN_FAILURE_CLASS);
            default -> new Wrong(labelled(run), Reason.OVERSIZED);
        };
    }

    private ResultSample result(int n) {
        var hardware = List.of(Samples.phone(), Samples.gpu(), Samples.cpu());
        return Samples.result(n).of(model(), tag()).on(hardware.get(random.nextInt(3)));
    }

    private String model() {
        return "model-" + random.nextInt(MODELS);
    }

    private String tag() {
        return "v" + random.nextInt(TAGS);
    }

    private static Wrong measured(
            ResultSample run, String metric, double value, String unit, Reason reason) {
        var was = run.benchmark();
        var values = List.of(new Measurement(metric, value, unit));
        return new Wrong(
                new BenchmarkResult(
                        was.envelope(), was.subject(), was.outcome(), values, was.evidence()),
                reason);
    }

    private Event labelled(ResultSample run) {
        var was = run.benchmark().envelope();
        var text = "x".repeat(random.nextInt(HUGE_ONE_IN) == 0 ? HUGE_TEXT : LONG_TEXT);
        return run.with(
                        new Envelope(
                                was.eventId(), was.occurredAt(), was.source(), Map.of("l", text)))
                .benchmark();
    }
}
