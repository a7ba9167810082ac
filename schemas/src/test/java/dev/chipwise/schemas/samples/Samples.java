package dev.chipwise.schemas.samples;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareId;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Valid events that are the same in every run. A number tells them apart: event {@code n} has an id
 * of its own and was measured {@code n} minutes after {@link #START}.
 */
public final class Samples {

    public static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    /**
     * A broker's time at which every event up to number 10000 was recorded without being in the
     * future.
     */
    public static final Instant RECORDED_AT = Instant.parse("2026-11-23T12:00:00Z");

    public static final String MODEL = "resnet50";
    public static final String VERSION = "v1.0.0";
    public static final Workload WORKLOAD =
            new Workload(Workload.INFERENCE, "classification", "1x3x224x224", null);
    public static final Configuration CONFIGURATION =
            new Configuration("onnxruntime", "1.20.0", null, "fp16", null, 1, null);

    private Samples() {}

    /** A result to be changed before it is built. */
    public static ResultSample result(int n) {
        return new ResultSample(n);
    }

    public static BenchmarkResult benchmark(int n) {
        return result(n).benchmark();
    }

    public static BatteryResult battery(int n) {
        return result(n).battery();
    }

    /** Registers {@link #VERSION} of {@link #MODEL}. */
    public static ModelVersion version(int n) {
        return version(n, MODEL, VERSION);
    }

    public static ModelVersion version(int n, String model, String tag) {
        return new ModelVersion(
                envelope(n),
                new Model(model, "resnet", "image_classification", "vision", 25.6),
                new Version(tag, "0f3c2a9", null),
                null,
                new TreeMap<>(Map.of("framework", "pytorch")));
    }

    /** Takes that result back. */
    public static ResultRetraction retraction(int n, Result result) {
        return ResultRetraction.of(result, envelope(n), "measured with the wrong driver");
    }

    public static HardwareProfile hardwareProfile(Hardware hardware) {
        return new HardwareProfile(hardware, "in the lab, shelf 3", START);
    }

    public static Envelope envelope(int n) {
        var source = new Source(Source.Kind.HARNESS, "bench", "0.1.0", "lab-7");
        return new Envelope(eventId(n), at(n), source, Map.of("campaign", "autumn"));
    }

    public static String eventId(int n) {
        return EventId.fresh(at(n), n, n);
    }

    public static Instant at(int n) {
        return START.plus(Duration.ofMinutes(n));
    }

    /** A hardware of this type, vendor and device, with 8 GB. */
    public static Hardware hardware(String type, String vendor, String device) {
        var id = HardwareId.of(type, vendor, device);
        return new Hardware(id, type, vendor, device, null, "linux", "6.8", null, 8192.0);
    }

    public static Hardware phone() {
        return hardware("qualcomm", "Samsung", "Galaxy S24");
    }

    public static Hardware gpu() {
        return hardware("cuda", "NVIDIA", "RTX 4090");
    }

    public static Hardware cpu() {
        return hardware("cpu", "Intel", "Xeon 8480");
    }
}
