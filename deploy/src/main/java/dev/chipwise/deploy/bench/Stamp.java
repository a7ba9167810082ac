package dev.chipwise.deploy.bench;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.Subject;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Makes results that were measured look as if they were measured again, each with its own id. */
public record Stamp(RandomGenerator random) {

    /** The same at that time. */
    public Result of(Result result, Instant at) {
        return of(result, result.subject(), at);
    }

    /** The same of another model at that time. */
    public Result of(Result result, String model, Instant at) {
        var before = result.subject();
        var named = before.model();
        var subject =
                new Subject(
                        new Model(
                                model,
                                named.family(),
                                named.task(),
                                named.modality(),
                                named.parametersMillion()),
                        before.version(),
                        before.hardware(),
                        before.workload(),
                        before.configuration());
        return of(result, subject, at);
    }

    private Result of(Result result, Subject subject, Instant at) {
        var before = result.envelope();
        var id = EventId.fresh(at, random.nextLong(), random.nextLong());
        var envelope = new Envelope(id, at, before.source(), before.ci(), before.labels());
        if (result instanceof BenchmarkResult benchmark) {
            return new BenchmarkResult(
                    envelope,
                    subject,
                    benchmark.outcome(),
                    benchmark.measurements(),
                    benchmark.evidence(),
                    benchmark.protocol(),
                    benchmark.accuracy(),
                    benchmark.rawLatenciesMs());
        }
        var battery = (BatteryResult) result;
        return new BatteryResult(
                envelope,
                subject,
                battery.outcome(),
                battery.measurements(),
                battery.evidence(),
                battery.protocol(),
                battery.throttling(),
                battery.temperatures(),
                battery.samples());
    }
}
