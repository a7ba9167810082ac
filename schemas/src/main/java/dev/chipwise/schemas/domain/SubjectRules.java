package dev.chipwise.schemas.domain;

import java.util.Optional;

/**
 * The rules of {@link ResultValidator} about what a result is about: named, and in the catalogue's
 * own words.
 */
final class SubjectRules {

    private static final int FEWEST_PARTS = 3;
    private static final int MOST_PARTS = 4;

    private final Catalog catalog;

    SubjectRules(Catalog catalog) {
        this.catalog = catalog;
    }

    void check(Subject subject) {
        checkModel(subject.model());
        checkVersion(subject.version());
        checkHardware(subject.hardware());
        checkWorkload(subject.workload());
        checkConfiguration(subject.configuration());
    }

    void checkModel(Model model) {
        BrokenRule.require("model.name", model.name());
        ProtocolRules.notNegative("model.parameters_million", model.parametersMillion());
    }

    void checkVersion(Version version) {
        BrokenRule.require("version.tag", version.tag());
    }

    private void checkHardware(Hardware hardware) {
        BrokenRule.require("hardware.id", hardware.id());
        BrokenRule.require("hardware.type", hardware.type());
        BrokenRule.name("hardware.vendor", hardware.vendor());
        BrokenRule.name("hardware.device", hardware.device());
        BrokenRule.name("hardware.soc", hardware.soc());
        BrokenRule.name("hardware.os", hardware.os());
        BrokenRule.name("hardware.os_version", hardware.osVersion());
        BrokenRule.name("hardware.driver", hardware.driver());
        requireCanonical(
                "hardware.type",
                hardware.type(),
                catalog.hardwareType(hardware.type()),
                Reason.UNKNOWN_HARDWARE_TYPE);
        if (!isHardwareId(hardware.id()) || !hardware.id().startsWith(hardware.type() + "/")) {
            throw new BrokenRule(
                    Reason.NOT_CANONICAL,
                    "hardware.id must be lower-case "
                            + hardware.type()
                            + "/vendor/device, not '"
                            + hardware.id()
                            + "'");
        }
        if (hardware.memoryMb() != null
                && !(hardware.memoryMb() > 0 && Double.isFinite(hardware.memoryMb()))) {
            throw new BrokenRule(
                    Reason.OUT_OF_RANGE,
                    "hardware.memory_mb must be above 0: " + hardware.memoryMb());
        }
    }

    /** Three or four parts between slashes, each with something in it, no capitals, no blanks. */
    private static boolean isHardwareId(String id) {
        int parts = 1;
        char before = '/';
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (capital || blank || (c == '/' && before == '/')) {
                return false;
            }
            parts += c == '/' ? 1 : 0;
            before = c;
        }
        return before != '/' && parts >= FEWEST_PARTS && parts <= MOST_PARTS;
    }

    private void checkWorkload(Workload workload) {
        if (!Workload.INFERENCE.equals(workload.task())
                && !Workload.TRAINING.equals(workload.task())) {
            throw new BrokenRule(
                    Reason.UNKNOWN_TASK,
                    "workload.task must be inference or training, not '" + workload.task() + "'");
        }
        BrokenRule.require("workload.test_case", workload.testCase());
        BrokenRule.name("workload.input_shape", workload.inputShape());
        if (workload.sequenceLength() != null && workload.sequenceLength() <= 0) {
            throw new BrokenRule(
                    Reason.OUT_OF_RANGE,
                    "workload.sequence_length must be above 0: " + workload.sequenceLength());
        }
    }

    private void checkConfiguration(Configuration configuration) {
        BrokenRule.require("configuration.runtime", configuration.runtime());
        BrokenRule.require("configuration.precision", configuration.precision());
        BrokenRule.name("configuration.runtime_version", configuration.runtimeVersion());
        BrokenRule.name("configuration.delegate", configuration.delegate());
        BrokenRule.name("configuration.quantization", configuration.quantization());
        requireCanonical(
                "configuration.precision",
                configuration.precision(),
                catalog.precision(configuration.precision()),
                Reason.UNKNOWN_PRECISION);
        if (configuration.batchSize() <= 0) {
            throw new BrokenRule(
                    Reason.OUT_OF_RANGE,
                    "configuration.batch_size must be above 0: " + configuration.batchSize());
        }
        if (configuration.threads() != null && configuration.threads() <= 0) {
            throw new BrokenRule(
                    Reason.OUT_OF_RANGE,
                    "configuration.threads must be above 0: " + configuration.threads());
        }
    }

    private static void requireCanonical(
            String field, String given, Optional<String> canonical, Reason unknown) {
        if (canonical.isEmpty()) {
            throw new BrokenRule(unknown, field + " '" + given + "' is not in the catalogue");
        }
        if (!canonical.get().equals(given)) {
            throw new BrokenRule(
                    Reason.NOT_CANONICAL,
                    field + " must be written '" + canonical.get() + "', not '" + given + "'");
        }
    }
}
