package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns a row of MLPerf tiny, in the words of either table, into an event. */
final class MlperfTinyEvents {

    private static final String RATE_UNIT = "inf./sec.";
    private static final String ENERGY_UNIT = "uj/inf.";
    private static final double MICROS_PER_MILLI = 1_000;
    private static final String MICROCONTROLLER = "mcu";
    private static final String UNSPECIFIED = "unspecified";

    /** The test case of the division whose models are the round's own. */
    private static final String CLOSED = "closed";

    /** The one task whose accuracy is an area under a curve, from 0 to 1. */
    private static final String ANOMALY_DETECTION = "ad";

    private final Catalog catalog;
    private final MlperfHardware hardware;

    MlperfTinyEvents(Catalog catalog) {
        this.catalog = catalog;
        this.hardware = new MlperfHardware(catalog);
    }

    BenchmarkResult event(ForeignFields row, ImportContext context) {
        var model = row.identity("MlperfModel", "Benchmark");
        var subject = subject(row, model, context);
        var measurements = measurements(row);
        return Identified.event(
                Occurrence.envelope(null, labels(row), context),
                context,
                envelope ->
                        new BenchmarkResult(
                                envelope,
                                subject,
                                Outcome.OK,
                                measurements,
                                Evidence.REAL,
                                new BenchmarkResult.Protocol(null, null, null, "inferences"),
                                accuracy(row, model),
                                List.of()));
    }

    private Subject subject(ForeignFields row, String model, ImportContext context) {
        var round = row.text("version");
        var tag = context.versionTag() == null ? Version.UNVERSIONED : context.versionTag();
        var division = row.text("Division");
        var system = row.identity("SystemDesc", "__System");
        return new Subject(
                Model.named(model),
                Version.tagged(round == null ? tag : round),
                hardware(row, system),
                new Workload(Workload.INFERENCE, division == null ? CLOSED : division, null, null),
                MlperfRuntime.configuration(
                        row.text("InferenceFramework", "Inference Framework"), precision(system)));
    }

    private Hardware hardware(ForeignFields row, String system) {
        var accelerator = row.text("AcceleratorModelName", "Accelerator");
        var processor = row.text("HostProcessorModelName", "Processor(s) Name");
        return MlperfHardware.system(
                hardware.type(accelerator).orElse(MICROCONTROLLER),
                row.identity("__Organization", "Organization"),
                system,
                accelerator == null ? processor : accelerator,
                row.described("Operating System", "Operating System "));
    }

    /** Only the names of systems tell precisions, as in {@code NUCLEO_L4R5ZI_int8}. */
    private String precision(String system) {
        return Arrays.stream(system.split("[_-]"))
                .flatMap(word -> catalog.precision(word).stream())
                .findFirst()
                .orElse(UNSPECIFIED);
    }

    private List<Measurement> measurements(ForeignFields row) {
        requireUnit(row, RATE_UNIT, "ResultUnit", "median_throughput_metric");
        var metrics = new MetricValues(catalog);
        metrics.measured("throughput_items_per_second", row.required("Result"));
        var energy = energy(row);
        if (energy != null) {
            requireUnit(row, ENERGY_UNIT, "PowerUnit", "median_energy_cost_metric");
            metrics.energyPerQuery(energy / MICROS_PER_MILLI, 1, Provenance.MEASURED);
        }
        return metrics.sorted();
    }

    /** Micro-joules; the newer table calls them power, and writes 0 where there are none. */
    private static Double energy(ForeignFields row) {
        return row.text("HasPower") == null
                ? row.number("median_energy_cost")
                : Boolean.parseBoolean(row.text("HasPower")) ? row.number("Power") : null;
    }

    private static void requireUnit(ForeignFields row, String wanted, String... names) {
        var unit = row.text(names);
        if (unit == null || !unit.toLowerCase(Locale.ROOT).equals(wanted)) {
            throw new UnreadableField(
                    Reason.UNIT_MISMATCH, names[0], "must be " + wanted + ", not '" + unit + "'");
        }
    }

    private static BenchmarkResult.Accuracy accuracy(ForeignFields row, String model) {
        boolean curve = model.equals(ANOMALY_DETECTION);
        var newer = row.number("Accuracy");
        var older = row.number("accuracy_AUC");
        var value = curve && older != null ? older : newer;
        return value == null
                ? null
                : new BenchmarkResult.Accuracy(curve ? "auc" : "top1_pct", value, null);
    }

    private static Labels labels(ForeignFields row) {
        return new Labels()
                .put("uid", row.described("uid"))
                .put("division", row.described("Division"))
                .put("availability", row.described("Availability", "Status"))
                .put("board", row.described("BoardName", "Board Name"))
                .put("processor", row.described("HostProcessorModelName", "Processor(s) Name"))
                .put(
                        "processor_frequency",
                        row.described("HostProcessorFrequency", "Processor(s) Frequencies"))
                .put("accelerator", row.described("AcceleratorModelName", "Accelerator"))
                .put(
                        "energy_run_inferences_per_second",
                        row.described("median_energy_median_throughput"));
    }
}
