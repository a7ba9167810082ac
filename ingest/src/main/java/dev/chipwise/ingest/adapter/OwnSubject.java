package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Hardware;
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
                model(fields, context),
                version(fields, context),
                hardware(fields.object("hardware", HARDWARE), context),
                workload(fields.object("workload", WORKLOAD), context),
                configuration(fields.object("configuration", CONFIGURATION), context));
    }

    Model model(Fields fields, ImportContext context) {
        var model = fields.objectOrText("model", MODEL, "name");
        return new Model(
                context.required(SubjectField.MODEL, model.text("name"), model.pathOf("name")),
                model.text("family"),
                model.text("task"),
                model.text("modality"),
                model.number("parameters_million"));
    }

    Version version(Fields fields, ImportContext context) {
        var version = fields.objectOrText("version", VERSION, "tag");
        var tag = context.word(SubjectField.VERSION, version.text("tag"));
        return new Version(
                tag == null ? Version.UNVERSIONED : tag,
                version.text("commit"),
                version.text("artifact_sha256"));
    }

    private Hardware hardware(Fields hardware, ImportContext context) {
        var word = word(hardware, context);
        return new Hardware(
                hardware.has("id") ? hardware.text("id") : idOf(word, hardware, context),
                word.type(),
                word.vendor(),
                word.device(),
                hardware.text("soc"),
                hardware.text("os"),
                hardware.text("os_version"),
                hardware.text("driver"),
                hardware.number("memory_mb"));
    }

    /** The file's own words; of the import's the type, and the device where the file has none. */
    private HardwareWord word(Fields hardware, ImportContext context) {
        var path = hardware.pathOf("type");
        var own = hardware.text("type", firstPart(hardware.text("id")));
        var given = context.required(SubjectField.HARDWARE, own, path);
        boolean ownType = given.equals(own);
        var said = HardwareWord.of(context.said(SubjectField.HARDWARE), path, catalog);
        var type = ownType ? catalog.hardwareType(own).orElse(own) : said.type();
        boolean ownDevice = hardware.has("id") || hardware.has("vendor") || hardware.has("device");
        return ownDevice || !said.hasDevice()
                ? new HardwareWord(type, hardware.text("vendor"), hardware.text("device"), null)
                : said.withType(type);
    }

    private static String idOf(HardwareWord word, Fields hardware, ImportContext context) {
        if (word.hasDevice()) {
            return word.id();
        }
        throw new UnreadableField(
                Reason.MISSING_IDENTITY,
                hardware.pathOf(word.vendor() == null ? "vendor" : "device"),
                "is missing; hardware has an id, or type, vendor and device"
                        + context.orForAll(SubjectField.HARDWARE.advice()));
    }

    private static String firstPart(String hardwareId) {
        return hardwareId == null || hardwareId.indexOf('/') < 0
                ? null
                : hardwareId.substring(0, hardwareId.indexOf('/'));
    }

    private static Workload workload(Fields workload, ImportContext context) {
        var task = context.word(SubjectField.TASK, workload.text("task"));
        var testCase = context.word(SubjectField.TEST_CASE, workload.text("test_case"));
        return new Workload(
                task == null ? Workload.INFERENCE : task,
                testCase == null ? DEFAULT_TEST_CASE : testCase,
                workload.text("input_shape"),
                workload.integer("sequence_length"));
    }

    private Configuration configuration(Fields configuration, ImportContext context) {
        var word = context.word(SubjectField.PRECISION, configuration.text("precision"));
        var precision = word == null ? UNSPECIFIED : word;
        var batchSize = configuration.integer("batch_size");
        return new Configuration(
                context.required(
                        SubjectField.RUNTIME,
                        configuration.text("runtime"),
                        configuration.pathOf("runtime")),
                configuration.text("runtime_version"),
                configuration.text("delegate"),
                catalog.precision(precision).orElse(precision),
                configuration.text("quantization"),
                batchSize == null ? 1 : batchSize,
                configuration.integer("threads"));
    }
}
