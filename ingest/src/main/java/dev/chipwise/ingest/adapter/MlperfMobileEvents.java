package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareId;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** Turns a benchmark of the MLPerf mobile app into an event. */
final class MlperfMobileEvents {

    private static final String OFFLINE = "Offline";
    private static final String UNSPECIFIED = "unspecified";
    private static final double MILLI = 1_000;

    private final Catalog catalog;
    private final MlperfHardware types;

    MlperfMobileEvents(Catalog catalog) {
        this.catalog = catalog;
        this.types = new MlperfHardware(catalog);
    }

    BenchmarkResult event(ForeignFields phone, ForeignFields result, ImportContext context) {
        var run = result.object("performance_run");
        requireValid(run.object("loadgen"));
        boolean offline = result.identity("loadgen_scenario").equals(OFFLINE);
        var subject = subject(phone, result, offline, context);
        return Identified.event(
                Occurrence.envelope(
                        instantOrNull(run.text("start_datetime")),
                        labels(phone, result, offline),
                        context),
                context,
                envelope ->
                        new BenchmarkResult(
                                envelope,
                                subject,
                                Outcome.OK,
                                measurements(run, offline),
                                Evidence.REAL,
                                protocol(run),
                                accuracy(result),
                                List.of()));
    }

    private Subject subject(
            ForeignFields phone, ForeignFields result, boolean offline, ImportContext context) {
        var tag = context.versionTag() == null ? Version.UNVERSIONED : context.versionTag();
        var scenario = result.identity("loadgen_scenario").toLowerCase(Locale.ROOT);
        return new Subject(
                Model.named(result.identity("benchmark_id")),
                Version.tagged(tag),
                hardware(phone, result),
                new Workload(Workload.INFERENCE, scenario, null, null),
                configuration(result, offline));
    }

    private static void requireValid(ForeignFields loadgen) {
        var valid = loadgen.identity("is_result_valid");
        if (!valid.equals("true")) {
            throw new UnreadableField(
                    Reason.UNKNOWN_STATUS,
                    loadgen.pathOf("is_result_valid"),
                    "is " + valid + ", so its numbers are no result");
        }
    }

    private Hardware hardware(ForeignFields phone, ForeignFields result) {
        var android = phone.object("environment_info").object("value").object("android");
        var backend = result.object("backend_info");
        var type =
                types.type(backend.text("vendor_name"), android.text("proc_cpuinfo_soc_name"))
                        .orElse(MlperfHardware.OTHER);
        var vendor = android.identity("manufacturer");
        var device = android.identity("model_name", "model_code");
        return new Hardware(
                HardwareId.of(type, vendor, device),
                type,
                vendor,
                device,
                soc(android),
                "android",
                Labels.cut(android.text("os_version")),
                null,
                null);
    }

    private static String soc(ForeignFields android) {
        var named = android.text("proc_cpuinfo_soc_name");
        for (int i = 0; named == null && !android.element("props", i).isAbsent(); i++) {
            var property = android.element("props", i);
            named = "socName".equals(property.text("type")) ? property.text("value") : null;
        }
        return named;
    }

    /** Offline, the batch of the settings is how many samples wait in line, so it is no batch. */
    private static Configuration configuration(ForeignFields result, boolean offline) {
        var settings = result.object("backend_settings");
        var backend = result.object("backend_info");
        var batch = settings.count("batch_size");
        Integer threads = null;
        for (int i = 0; !settings.element("extra_settings", i).isAbsent(); i++) {
            var setting = settings.element("extra_settings", i);
            threads = "num_threads".equals(setting.text("id")) ? setting.count("value") : threads;
        }
        return new Configuration(
                backend.identity("backend_name"),
                null,
                backend.text("accelerator_name"),
                UNSPECIFIED,
                null,
                offline || batch == null ? 1 : batch,
                threads);
    }

    private List<Measurement> measurements(ForeignFields run, boolean offline) {
        var loadgen = run.object("loadgen");
        var metrics = new MetricValues(catalog);
        metrics.measured("throughput_items_per_second", run.object("throughput").required("value"));
        double mean = loadgen.required("latency_mean");
        double p90 = loadgen.required("latency90");
        if (!offline) {
            metrics.measured("latency_mean_ms", mean * MILLI)
                    .measured("latency_p90_ms", p90 * MILLI);
        }
        return metrics.sorted();
    }

    private static BenchmarkResult.Protocol protocol(ForeignFields run) {
        var seconds = run.number("measured_duration");
        return new BenchmarkResult.Protocol(
                run.object("loadgen").count("query_count"),
                null,
                seconds == null ? null : seconds * MILLI,
                "samples");
    }

    private static BenchmarkResult.Accuracy accuracy(ForeignFields result) {
        var value = result.object("accuracy_run").object("accuracy").number("normalized");
        return value == null
                ? null
                : new BenchmarkResult.Accuracy("accuracy_normalized", value, null);
    }

    private static Labels labels(ForeignFields phone, ForeignFields result, boolean offline) {
        var settings = result.object("backend_settings");
        var run = result.object("performance_run");
        var labels =
                new Labels()
                        .put("result_uuid", phone.object("meta").text("uuid"))
                        .put("app_version", phone.object("build_info").text("version"))
                        .put("framework", settings.text("framework"))
                        .put("model_path", settings.text("model_path"))
                        .put("started_without_zone", run.text("start_datetime"))
                        .put(
                                "accuracy",
                                result.object("accuracy_run").object("accuracy").text("formatted"));
        if (offline) {
            labels.put("batch_setting", settings.text("batch_size"))
                    .put("wait_mean_s", run.object("loadgen").text("latency_mean"))
                    .put("wait_p90_s", run.object("loadgen").text("latency90"));
        }
        return labels;
    }

    /** A time of this app mostly has no zone, and then nobody knows which moment it was. */
    private static Instant instantOrNull(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
