package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a run of an MLPerf table into an event. */
final class MlperfTableEvents {

    static final String MULTISTREAM = "MultiStream";

    private static final String LATENCY = "Latency (ms)";
    private static final Map<String, String> ITEMS =
            Map.of("Samples/s", "samples", "Queries/s", "queries", "Tokens/s", "tokens");

    /** Which percentile the scenarios that measure latency publish. */
    private static final Map<String, String> PERCENTILE =
            Map.of("SingleStream", "latency_p90_ms", MULTISTREAM, "latency_p99_ms");

    private final Catalog catalog;
    private final MlperfHardware hardware;

    MlperfTableEvents(Catalog catalog) {
        this.catalog = catalog;
        this.hardware = new MlperfHardware(catalog);
    }

    BenchmarkResult event(MlperfTable.Run run, ImportContext context) {
        var fields = run.row().fields();
        var subject = subject(fields, context);
        var measurements = measurements(run);
        return Identified.event(
                Occurrence.envelope(null, labels(fields), context),
                context,
                envelope ->
                        new BenchmarkResult(
                                envelope,
                                subject,
                                Outcome.OK,
                                measurements,
                                Evidence.REAL,
                                protocol(run.row().unit()),
                                accuracy(fields.number("Accuracy")),
                                List.of()));
    }

    /** A named case: the scenario, marked where the model was not the round's own. */
    static String testCase(String scenario, String division) {
        var name = scenario.toLowerCase(Locale.ROOT);
        return division == null || division.startsWith("closed") ? name : name + "-" + division;
    }

    private Subject subject(ForeignFields fields, ImportContext context) {
        var round = fields.text("version");
        var tag = context.versionTag() == null ? Version.UNVERSIONED : context.versionTag();
        var accelerator = fields.text("accelerator_model_name");
        return new Subject(
                Model.named(fields.identity("Model")),
                Version.tagged(round == null ? tag : round),
                MlperfHardware.system(
                        hardware.typeOfSystem(accelerator),
                        fields.identity("Organization"),
                        fields.identity("Platform"),
                        accelerator == null
                                ? fields.text("host_processor_model_name")
                                : accelerator,
                        fields.described("operating_system")),
                new Workload(
                        Workload.INFERENCE,
                        testCase(fields.identity("Scenario"), fields.text("Division")),
                        null,
                        null),
                MlperfRuntime.configuration(fields.text("framework")));
    }

    private List<Measurement> measurements(MlperfTable.Run run) {
        var row = run.row();
        var scenario = row.fields().identity("Scenario");
        var metrics = new MetricValues(catalog);
        metrics.add(metric(row, scenario), row.result(), provenance(row.fields()));
        var power = run.power();
        if (power != null && power.unit().equals(MlperfRow.WATTS)) {
            boolean samples = ITEMS.containsKey(row.unit()) && !row.unit().equals("Tokens/s");
            metrics.power(power.value(), samples ? row.result() : null);
        } else if (power != null) {
            int samples =
                    scenario.equals(MULTISTREAM) ? MetricValues.SAMPLES_PER_MULTISTREAM_QUERY : 1;
            metrics.energyPerQuery(power.value(), samples, Provenance.MEASURED);
        }
        return metrics.sorted();
    }

    /** Where the value was taken over from another scenario of the same system, it is derived. */
    private static Provenance provenance(ForeignFields fields) {
        var inferred = fields.number("inferred");
        return inferred != null && inferred != 0 ? Provenance.DERIVED : Provenance.MEASURED;
    }

    private static String metric(MlperfRow row, String scenario) {
        if (ITEMS.containsKey(row.unit())) {
            return "throughput_items_per_second";
        }
        if (row.unit().equals(LATENCY) && PERCENTILE.containsKey(scenario)) {
            return PERCENTILE.get(scenario);
        }
        throw new UnreadableField(
                Reason.UNIT_MISMATCH,
                "Units",
                "'" + row.unit() + "' of the scenario " + scenario + " is no unit that is known");
    }

    private static BenchmarkResult.Protocol protocol(String unit) {
        var item = ITEMS.get(unit);
        return item == null ? null : new BenchmarkResult.Protocol(null, null, null, item);
    }

    private static BenchmarkResult.Accuracy accuracy(Double value) {
        return value == null ? null : new BenchmarkResult.Accuracy("accuracy", value, null);
    }

    private static Labels labels(ForeignFields fields) {
        var labels = new Labels();
        for (var name :
                List.of(
                        "uid",
                        "Location",
                        "Division",
                        "Availability",
                        "SystemName",
                        "SystemType",
                        "accelerators_per_node",
                        "number_of_nodes",
                        "host_processor_model_name",
                        "inferred")) {
            labels.put(name.toLowerCase(Locale.ROOT), fields.described(name));
        }
        return labels;
    }
}
