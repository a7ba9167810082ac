package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.sql.SQLException;
import java.util.List;

/** The columns that say what a result is about, written and read. */
final class SubjectColumns {

    private SubjectColumns() {}

    static List<Column<Subject>> identity() {
        return new Columns<Subject>()
                .text("model", subject -> subject.model().name())
                .text("version", subject -> subject.version().tag())
                .text("task", subject -> subject.workload().task())
                .text("test_case", subject -> subject.workload().testCase())
                .with(hardware(), Subject::hardware)
                .text("runtime", subject -> subject.configuration().runtime())
                .text("runtime_version", subject -> subject.configuration().runtimeVersion())
                .text("delegate", subject -> subject.configuration().delegate())
                .text("precision", subject -> subject.configuration().precision())
                .text("quantization", subject -> subject.configuration().quantization())
                .integer("batch_size", subject -> subject.configuration().batchSize())
                .list();
    }

    /** Which hardware, as every table says it. */
    static List<Column<Hardware>> hardware() {
        return new Columns<Hardware>()
                .text("hardware_id", Hardware::id)
                .text("hardware_type", Hardware::type)
                .text("hardware_device", Hardware::device)
                .list();
    }

    /** Which configuration, as tables of derived values say it. */
    static List<Column<Configuration>> configuration() {
        return new Columns<Configuration>()
                .text("runtime", Configuration::runtime)
                .text("delegate", Configuration::delegate)
                .text("precision", Configuration::precision)
                .text("quantization", Configuration::quantization)
                .integer("batch_size", Configuration::batchSize)
                .list();
    }

    static List<Column<Subject>> description() {
        return new Columns<Subject>()
                .with(EventColumns.model(), Subject::model)
                .text("version_commit", subject -> subject.version().commit())
                .text("artifact_sha256", subject -> subject.version().artifactSha256())
                .text("hardware_vendor", subject -> subject.hardware().vendor())
                .text("soc", subject -> subject.hardware().soc())
                .text("os", subject -> subject.hardware().os())
                .text("os_version", subject -> subject.hardware().osVersion())
                .text("driver", subject -> subject.hardware().driver())
                .number("hardware_memory_mb", subject -> subject.hardware().memoryMb())
                .text("input_shape", subject -> subject.workload().inputShape())
                .integer("sequence_length", subject -> subject.workload().sequenceLength())
                .integer("threads", subject -> subject.configuration().threads())
                .list();
    }

    static Subject subject(Row row) throws SQLException {
        return new Subject(
                EventColumns.model(row),
                new Version(
                        row.text("version"),
                        row.text("version_commit"),
                        row.text("artifact_sha256")),
                hardware(row),
                new Workload(
                        row.text("task"),
                        row.text("test_case"),
                        row.text("input_shape"),
                        row.integer("sequence_length")),
                new Configuration(
                        row.text("runtime"),
                        row.text("runtime_version"),
                        row.text("delegate"),
                        row.text("precision"),
                        row.text("quantization"),
                        row.integer("batch_size"),
                        row.integer("threads")));
    }

    private static Hardware hardware(Row row) throws SQLException {
        return new Hardware(
                row.text("hardware_id"),
                row.text("hardware_type"),
                row.text("hardware_vendor"),
                row.text("hardware_device"),
                row.text("soc"),
                row.text("os"),
                row.text("os_version"),
                row.text("driver"),
                row.number("hardware_memory_mb"));
    }
}
