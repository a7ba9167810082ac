package dev.chipwise.snapshotter.report;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts that several reports say in the same way. */
final class Trees {

    private Trees() {}

    /** A tree of these, in this order; names and values take turns. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        var tree = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return tree;
    }

    static Map<String, Object> board(BoardKey board, Workload workload) {
        var tree = ordered("model", board.model(), "version", board.version());
        tree.putAll(workload(workload));
        return tree;
    }

    static Map<String, Object> workload(Workload workload) {
        return ordered(
                "task", workload.task(),
                "test_case", workload.testCase(),
                "input_shape", workload.inputShape(),
                "sequence_length", workload.sequenceLength());
    }

    static Described hardware(Hardware hardware) {
        var tree =
                ordered("id", hardware.id(), "type", hardware.type(), "device", hardware.device());
        return new Described(tree, hardware.id());
    }

    /** How a hardware stands under one profile, its evidence left open; no rank when it is out. */
    static Map<String, Object> score(Hardware hardware, ProfileScore score) {
        return ordered(
                "rank", score.passed() ? score.rank() : null,
                "tier", score.passed() ? score.tier() : null,
                "hardware", hardware(hardware),
                "score", score.score(),
                "lower", score.lower(),
                "upper", score.upper(),
                "confidence", score.confidence(),
                "evidence", null,
                "configuration", configuration(score.configuration()),
                "memory_requirement_mb", score.memoryRequirementMb());
    }

    /** In words such as {@code B 5 runs}; evidence is real when they do not say otherwise. */
    static Described evidence(Evidence kind, Grade grade, int runs) {
        var tree = ordered("kind", kind.wireName(), "grade", grade.wireName(), "runs", runs);
        return new Described(
                tree,
                (kind == Evidence.REAL ? "" : kind.wireName() + " ")
                        + grade.wireName()
                        + (runs == 1 ? " 1 run" : " " + runs + " runs"));
    }

    /** In words such as {@code qnn_dlc int8 batch 1}; null when there is none. */
    static Described configuration(Configuration configuration) {
        if (configuration == null) {
            return null;
        }
        var tree =
                ordered(
                        "runtime", configuration.runtime(),
                        "runtime_version", configuration.runtimeVersion(),
                        "delegate", configuration.delegate(),
                        "precision", configuration.precision(),
                        "quantization", configuration.quantization(),
                        "batch_size", configuration.batchSize(),
                        "threads", configuration.threads());
        return new Described(tree, words(configuration));
    }

    private static String words(Configuration configuration) {
        var words = new ArrayList<>(List.of(configuration.runtime(), configuration.precision()));
        words.add("batch " + configuration.batchSize());
        if (configuration.delegate() != null) {
            words.add("on " + configuration.delegate());
        }
        if (configuration.quantization() != null) {
            words.add(configuration.quantization());
        }
        if (configuration.threads() != null) {
            words.add(configuration.threads() + " threads");
        }
        return String.join(" ", words);
    }
}
