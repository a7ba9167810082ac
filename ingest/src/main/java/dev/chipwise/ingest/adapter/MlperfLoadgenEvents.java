package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.util.List;
import java.util.Set;

/** Turns a load generator's summary, and the power of its run, into an event. */
final class MlperfLoadgenEvents {

    private static final String OFFLINE = "Offline";
    private static final Set<String> STREAMS =
            Set.of("SingleStream", MlperfTableEvents.MULTISTREAM);
    private static final String VALIDITY = "Result is";
    private static final String SAMPLES_PER_QUERY = "samples_per_query";
    private static final double MILLI = 1_000;

    private final Catalog catalog;
    private final MlperfHardware hardware;

    MlperfLoadgenEvents(Catalog catalog) {
        this.catalog = catalog;
        this.hardware = new MlperfHardware(catalog);
    }

    /**
     * The event of a valid run.
     *
     * @param power null where none was measured
     * @throws UnreadableField when it is none
     */
    BenchmarkResult event(
            MlperfSummary summary,
            MlperfPlace place,
            ForeignFields system,
            MlperfPowerLog power,
            ImportContext context) {
        requireValid(summary.required(VALIDITY));
        var scenario = summary.required("Scenario");
        var metrics = new MetricValues(catalog);
        var labels = labels(summary, place, system, power);
        var throughput = MlperfThroughput.of(summary, scenario);
        metrics.add("throughput_items_per_second", throughput.value(), throughput.provenance());
        MlperfLatencies.add(summary, scenario.equals(OFFLINE), metrics, labels);
        addPower(power, scenario, summary, throughput.samplesPerSecond(), metrics);
        labels.put("samples_per_second", throughput.samplesPerSecond());
        var subject = subject(place, scenario, system, context);
        return Identified.event(
                Occurrence.envelope(null, labels, context),
                context,
                envelope ->
                        new BenchmarkResult(
                                envelope,
                                subject,
                                Outcome.OK,
                                metrics.sorted(),
                                Evidence.REAL,
                                throughput.protocol(),
                                null,
                                List.of()));
    }

    private static void requireValid(String validity) {
        if (!validity.equals("VALID")) {
            throw new UnreadableField(
                    Reason.UNKNOWN_STATUS,
                    VALIDITY,
                    "'"
                            + Labels.cut(validity)
                            + "', so its numbers are no result; only a VALID run is one");
        }
    }

    private Subject subject(
            MlperfPlace place, String scenario, ForeignFields system, ImportContext context) {
        var accelerator = system.text("accelerator_model_name");
        return new Subject(
                Model.named(place.model()),
                Version.tagged(
                        context.versionTag() == null ? Version.UNVERSIONED : context.versionTag()),
                MlperfHardware.system(
                        hardware.typeOfSystem(accelerator),
                        place.submitter(),
                        place.system(),
                        accelerator == null
                                ? system.text("host_processor_model_name")
                                : accelerator,
                        system.described("operating_system")),
                new Workload(
                        Workload.INFERENCE,
                        MlperfTableEvents.testCase(scenario, place.division()),
                        null,
                        null),
                MlperfRuntime.configuration(system.text("framework")));
    }

    /** Mean power, and energy as MLPerf counts it: by rate, or by query where queries stream. */
    private static void addPower(
            MlperfPowerLog power,
            String scenario,
            MlperfSummary summary,
            Double samplesPerSecond,
            MetricValues metrics) {
        if (power == null) {
            return;
        }
        boolean streams = STREAMS.contains(scenario);
        double millijoules = power.meanWatts() * power.run().seconds() * MILLI;
        metrics.power(power.meanWatts(), streams ? null : samplesPerSecond)
                .measured("power_peak_mw", power.peakWatts() * MILLI)
                .derived("energy_total_mj", millijoules);
        var queries = power.run().queries();
        if (streams && queries != null && queries > 0) {
            int samples = (int) summary.requiredNumber(SAMPLES_PER_QUERY);
            metrics.energyPerQuery(millijoules / queries, samples, Provenance.DERIVED);
        }
    }

    private static Labels labels(
            MlperfSummary summary, MlperfPlace place, ForeignFields system, MlperfPowerLog power) {
        var labels =
                new Labels()
                        .put("division", place.division())
                        .put("system_name", system.described("system_name"))
                        .put("accelerators_per_node", system.described("accelerators_per_node"))
                        .put("number_of_nodes", system.described("number_of_nodes"))
                        .put(SAMPLES_PER_QUERY, summary.required(SAMPLES_PER_QUERY));
        for (var percentile : List.of("90th", "99th")) {
            var estimate = "* Early stopping " + percentile + " percentile estimate";
            labels.put(
                    "early_stopping_p" + percentile.substring(0, 2) + "_ns",
                    summary.text(estimate));
        }
        if (power != null) {
            labels.put("power_begin", power.run().begin())
                    .put("power_end", power.run().end())
                    .put("power_readings", power.readings())
                    .put("power_readings_unusable", power.unusable());
        }
        return labels;
    }
}
