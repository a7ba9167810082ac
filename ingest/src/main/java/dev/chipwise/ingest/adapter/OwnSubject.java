package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareId;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.util.Set;

/**
 * The part of our own format that says what a result is about; spellings become the catalogue's.
 */
final class OwnSubject {

    static final Set<String> FIELDS =
            Set.of("model", "version", "hardware", "workload", "configuration");
    static final Set<String> MODEL =
            Set.of("name", "family", "task", "modality", "parameters_million");
    static final Set<String> VERSION = Set.of("tag", "commit", "artifact_sha256");
    static final Set<String> HARDWARE =
            Set.of(
                    "id",
                    "type",
                    "vendor",
                    "device",
                    "soc",
                    "os",
                    "os_version",
                    "driver",
                    "memory_mb");
    static final Set<String> WORKLOAD =
            Set.of("task", "test_case", "input_shape", "sequence_length");
    static final Set<String> CONFIGURATION =
            Set.of(
                    "runtime",
                    "runtime_version",
                    "delegate",
                    "precision",
                    "quantization",
                    "batch_size",
                    "threads");

    private static final String DEFAULT_TEST_CASE = "default";
    private static final String UNSPECIFIED = "unspecified";

    private final Catalog catalog;

    OwnSubject(Catalog catalog) {
        this.catalog = catalog;
    }

    Subject read(Fields fields, ImportContext context) {
        return new Subject(
                model(fields),
                version(fields, context),
                hardware(fields.object("hardware", HARDWARE)),
                workload(fields.object("workload", WORKLOAD)),
                configuration(fields.object("configuration", CONFIGURATION)));
    }

    Model model(Fields fields) {
        var model = fields.objectOrText("model", MODEL, "name");
        return new Model(
                model.text("name"),
                model.text("family"),
                model.text("task"),
                model.text("modality"),
                model.number("parameters_million"));
    }

    Version version(Fields fields, ImportContext context) {
        var version = fields.objectOrText("version", VERSION, "tag");
        var fromContext = context.versionTag() == null ? Version.UNVERSIONED : context.versionTag();
        return new Version(
                version.text("tag", fromContext),
                version.text("commit"),
                version.text("artifact_sha256"));
    }

    private Hardware hardware(Fields hardware) {
        var given = hardware.text("type", firstPart(hardware.text("id")));
        if (given == null) {
            throw new UnreadableField(
                    Reason.MISSING_IDENTITY, hardware.pathOf("type"), "is missing");
        }
        var type = catalog.hardwareType(given).orElse(given);
        return new Hardware(
                hardware.has("id") ? hardware.text("id") : idOf(type, hardware),
                type,
                hardware.text("vendor"),
                hardware.text("device"),
                hardware.text("soc"),
                hardware.text("os"),
                hardware.text("os_version"),
                hardware.text("driver"),
                hardware.number("memory_mb"));
    }

    private static String idOf(String type, Fields hardware) {
        for (var part : new String[] {"vendor", "device"}) {
            if (!hardware.has(part)) {
                throw new UnreadableField(
                        Reason.MISSING_IDENTITY,
                        hardware.pathOf(part),
                        "is missing; hardware has an id, or type, vendor and device");
            }
        }
        return HardwareId.of(type, hardware.text("vendor"), hardware.text("device"));
    }

    private static String firstPart(String hardwareId) {
        return hardwareId == null || hardwareId.indexOf('/') < 0
                ? null
                : hardwareId.substring(0, hardwareId.indexOf('/'));
    }

    private static Workload workload(Fields workload) {
        return new Workload(
                workload.text("task", Workload.INFERENCE),
                workload.text("test_case", DEFAULT_TEST_CASE),
                workload.text("input_shape"),
                workload.integer("sequence_length"));
    }

    private Configuration configuration(Fields configuration) {
        var precision = configuration.text("precision", UNSPECIFIED);
        var batchSize = configuration.integer("batch_size");
        return new Configuration(
                configuration.text("runtime"),
                configuration.text("runtime_version"),
                configuration.text("delegate"),
                catalog.precision(precision).orElse(precision),
                configuration.text("quantization"),
                batchSize == null ? 1 : batchSize,
                configuration.integer("threads"));
    }
}
