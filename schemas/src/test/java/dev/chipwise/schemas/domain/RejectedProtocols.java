package dev.chipwise.schemas.domain;

import dev.chipwise.schemas.domain.RejectedEvents.Case;
import dev.chipwise.schemas.samples.Samples;
import java.util.List;

/** {@link RejectedEvents} whose fault is in how they were measured. */
final class RejectedProtocols {

    private static final BatteryResult BATTERY = Samples.battery(1);
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private RejectedProtocols() {}

    static List<Case> benchmarks() {
        return List.of(
                new Case(Reason.NEGATIVE, "iterations below 0", benchmark(-5, 0, 1.0, 0.5)),
                new Case(Reason.NEGATIVE, "warm-up below 0", benchmark(1, -1, 1.0, 0.5)),
                new Case(Reason.NEGATIVE, "a duration below 0", benchmark(1, 0, -3.0, 0.5)),
                new Case(Reason.NOT_FINITE, "an endless run", benchmark(1, 0, INFINITE, 0.5)),
                new Case(Reason.NOT_FINITE, "infinite accuracy", benchmark(1, 0, 1.0, INFINITE)));
    }

    static List<Case> batteries() {
        return List.of(
                new Case(
                        Reason.UNKNOWN_PROCEDURE,
                        "a procedure nobody knows",
                        battery(protocol("banana", "fuel_gauge", 1.0))),
                new Case(
                        Reason.UNKNOWN_METHOD,
                        "guesswork",
                        battery(protocol("continuous", "guesswork", 1.0))),
                new Case(
                        Reason.NEGATIVE,
                        "a battery run shorter than nothing",
                        battery(protocol("continuous", "fuel_gauge", -1.0))),
                new Case(
                        Reason.NEGATIVE,
                        "fewer throttlings than none",
                        throttled(new BatteryResult.Throttling(-1, 0, 0))),
                new Case(
                        Reason.OUT_OF_RANGE,
                        "a throttling level nobody knows",
                        throttled(new BatteryResult.Throttling(1, 1, 99))),
                new Case(
                        Reason.OUT_OF_RANGE,
                        "a gauge above full",
                        sampled(new BatteryResult.Sample(1, null, null, null, 500.0))),
                new Case(
                        Reason.NOT_FINITE,
                        "infinite voltage",
                        sampled(new BatteryResult.Sample(1, INFINITE, null, null, null))),
                new Case(
                        Reason.CHARGING,
                        "a battery that filled itself",
                        Samples.result(1)
                                .measuring("battery_level_start_pct", 10)
                                .measuring("battery_level_end_pct", 90)
                                .battery()));
    }

    private static Event benchmark(int iterations, int warmup, double durationMs, double accuracy) {
        var ok = Samples.benchmark(1);
        return new BenchmarkResult(
                ok.envelope(),
                ok.subject(),
                ok.outcome(),
                ok.measurements(),
                ok.evidence(),
                new BenchmarkResult.Protocol(iterations, warmup, durationMs, null),
                new BenchmarkResult.Accuracy("top1", accuracy, null),
                List.of());
    }

    private static BatteryResult.Protocol protocol(
            String procedure, String method, double durationMs) {
        return new BatteryResult.Protocol(procedure, null, null, method, null, false, durationMs);
    }

    private static Event battery(BatteryResult.Protocol protocol) {
        return battery(protocol, null, List.of());
    }

    private static Event throttled(BatteryResult.Throttling throttling) {
        return battery(BATTERY.protocol(), throttling, List.of());
    }

    private static Event sampled(BatteryResult.Sample sample) {
        return battery(BATTERY.protocol(), null, List.of(sample));
    }

    private static Event battery(
            BatteryResult.Protocol protocol,
            BatteryResult.Throttling throttling,
            List<BatteryResult.Sample> samples) {
        return new BatteryResult(
                BATTERY.envelope(),
                BATTERY.subject(),
                BATTERY.outcome(),
                BATTERY.measurements(),
                BATTERY.evidence(),
                protocol,
                throttling,
                List.of(),
                samples);
    }
}
