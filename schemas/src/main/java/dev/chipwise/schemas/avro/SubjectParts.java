package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.ConfigurationV1;
import dev.chipwise.schemas.avro.wire.HardwareV1;
import dev.chipwise.schemas.avro.wire.ModelV1;
import dev.chipwise.schemas.avro.wire.SubjectV1;
import dev.chipwise.schemas.avro.wire.VersionV1;
import dev.chipwise.schemas.avro.wire.WorkloadV1;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;

/** What a result is about, both ways; a null configuration stays null. */
final class SubjectParts {

    private SubjectParts() {}

    static SubjectV1 toWire(Subject subject) {
        return new SubjectV1(
                toWire(subject.model()),
                toWire(subject.version()),
                toWire(subject.hardware()),
                toWire(subject.workload()),
                toWire(subject.configuration()));
    }

    static Subject fromWire(SubjectV1 wire) {
        return new Subject(
                fromWire(wire.getModel()),
                fromWire(wire.getVersion()),
                fromWire(wire.getHardware()),
                fromWire(wire.getWorkload()),
                fromWire(wire.getConfiguration()));
    }

    static ModelV1 toWire(Model model) {
        return new ModelV1(
                model.name(),
                model.family(),
                model.task(),
                model.modality(),
                model.parametersMillion());
    }

    static Model fromWire(ModelV1 wire) {
        return new Model(
                wire.getName(),
                wire.getFamily(),
                wire.getTask(),
                wire.getModality(),
                wire.getParametersMillion());
    }

    static VersionV1 toWire(Version version) {
        return new VersionV1(version.tag(), version.commit(), version.artifactSha256());
    }

    static Version fromWire(VersionV1 wire) {
        return new Version(wire.getTag(), wire.getCommit(), wire.getArtifactSha256());
    }

    static HardwareV1 toWire(Hardware hardware) {
        return new HardwareV1(
                hardware.id(),
                hardware.type(),
                hardware.vendor(),
                hardware.device(),
                hardware.soc(),
                hardware.os(),
                hardware.osVersion(),
                hardware.driver(),
                hardware.memoryMb());
    }

    static Hardware fromWire(HardwareV1 wire) {
        return new Hardware(
                wire.getId(),
                wire.getType(),
                wire.getVendor(),
                wire.getDevice(),
                wire.getSoc(),
                wire.getOs(),
                wire.getOsVersion(),
                wire.getDriver(),
                wire.getMemoryMb());
    }

    static WorkloadV1 toWire(Workload workload) {
        return new WorkloadV1(
                workload.task(),
                workload.testCase(),
                workload.inputShape(),
                workload.sequenceLength());
    }

    static Workload fromWire(WorkloadV1 wire) {
        return new Workload(
                wire.getTask(), wire.getTestCase(), wire.getInputShape(), wire.getSequenceLength());
    }

    static ConfigurationV1 toWire(Configuration configuration) {
        if (configuration == null) {
            return null;
        }
        return new ConfigurationV1(
                configuration.runtime(),
                configuration.runtimeVersion(),
                configuration.delegate(),
                configuration.precision(),
                configuration.quantization(),
                configuration.batchSize(),
                configuration.threads());
    }

    static Configuration fromWire(ConfigurationV1 wire) {
        if (wire == null) {
            return null;
        }
        return new Configuration(
                wire.getRuntime(),
                wire.getRuntimeVersion(),
                wire.getDelegate(),
                wire.getPrecision(),
                wire.getQuantization(),
                wire.getBatchSize(),
                wire.getThreads());
    }
}
