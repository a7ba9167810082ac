package dev.chipwise.schemas.samples;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Readings;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.Random;
import java.util.TreeMap;

/**
 * Random input records of every shape that the wire format must carry; not all are valid events.
 */
public final class RandomRecords {

    private final RandomParts any;

    public RandomRecords(Random random) {
        any = new RandomParts(random);
    }

    public BenchmarkResult benchmarkResult() {
        return new BenchmarkResult(
                any.envelope(),
                any.subject(),
                outcome(),
                any.list(this::measurement),
                any.constant(Evidence.class),
                any.orNull(this::protocol),
                any.orNull(this::accuracy),
                any.list(any::number));
    }

    public BatteryResult batteryResult() {
        return new BatteryResult(
                any.envelope(),
                any.subject(),
                outcome(),
                any.list(this::measurement),
                any.constant(Evidence.class),
                any.orNull(this::batteryProtocol),
                any.orNull(
                        () -> new BatteryResult.Throttling(any.count(), any.number(), any.count())),
                any.list(this::temperature),
                any.list(this::sample));
    }

    public ModelVersion modelVersion() {
        return new ModelVersion(
                any.envelope(),
                any.model(),
                any.version(),
                any.orNull(any::text),
                any.map(any::text));
    }

    public ResultRetraction resultRetraction() {
        return new ResultRetraction(
                any.envelope(),
                any.uuid(),
                any.instant(),
                any.cell(),
                any.constant(Evidence.class),
                any.orNull(any::text));
    }

    public HardwareProfile hardwareProfile() {
        return new HardwareProfile(any.hardware(), any.orNull(any::text), any.instant());
    }

    public ScoringProfile scoringProfile() {
        var weights = new TreeMap<String, Double>();
        weights.put("latency_mean_ms", 0.5);
        any.list(any::count).forEach(weight -> weights.put(any.text(), weight + 1.0));
        return new ScoringProfile(any.text(), any.count(), weights, any.map(any::number));
    }

    public RejectedResult rejectedResult() {
        return new RejectedResult(
                any.constant(Reason.class),
                any.text(),
                any.orNull(any::text),
                any.bytes(),
                any.text(),
                any.count(),
                any.count());
    }

    public Run run() {
        var byCode = new TreeMap<Integer, Double>();
        any.list(any::count).forEach(code -> byCode.put(code, any.number()));
        return new Run(
                any.instant(),
                any.uuid(),
                any.coin(),
                any.orNull(() -> any.constant(Outcome.Status.class)),
                any.orNull(any::text),
                Readings.of(byCode));
    }

    public CellDescription cellDescription() {
        return new CellDescription(
                any.workload(), any.hardware(), any.configuration(), any.instant(), any.uuid());
    }

    private Outcome outcome() {
        return new Outcome(
                any.constant(Outcome.Status.class), any.orNull(any::text), any.orNull(any::text));
    }

    private Measurement measurement() {
        return new Measurement(
                any.text(), any.number(), any.text(), any.constant(Measurement.Provenance.class));
    }

    private BenchmarkResult.Protocol protocol() {
        return new BenchmarkResult.Protocol(
                any.orNull(any::count),
                any.orNull(any::count),
                any.orNull(any::number),
                any.orNull(any::text));
    }

    private BenchmarkResult.Accuracy accuracy() {
        return new BenchmarkResult.Accuracy(any.text(), any.number(), any.orNull(any::number));
    }

    private BatteryResult.Protocol batteryProtocol() {
        return new BatteryResult.Protocol(
                any.orNull(any::text),
                any.orNull(any::text),
                any.orNull(any::text),
                any.orNull(any::text),
                any.orNull(any::number),
                any.coin(),
                any.orNull(any::number));
    }

    private BatteryResult.ZoneTemperature temperature() {
        return new BatteryResult.ZoneTemperature(
                any.text(),
                any.orNull(any::number),
                any.orNull(any::number),
                any.orNull(any::number));
    }

    private BatteryResult.Sample sample() {
        return new BatteryResult.Sample(
                any.count(),
                any.orNull(any::number),
                any.orNull(any::number),
                any.orNull(any::number),
                any.orNull(any::number));
    }
}
