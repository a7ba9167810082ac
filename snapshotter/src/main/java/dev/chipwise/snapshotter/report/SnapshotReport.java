package dev.chipwise.snapshotter.report;

import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import java.util.List;
import java.util.Map;

/** One snapshot: what a model version can run on, and how well. */
public record SnapshotReport(CompatibilitySnapshot snapshot) implements Report {

    private static final List<String> CONTEXT =
            List.of(
                    "model",
                    "version",
                    "revision",
                    "content_hash",
                    "as_of",
                    "task",
                    "test_case",
                    "input_shape",
                    "sequence_length");

    @Override
    public Table table() {
        var table =
                Table.of(
                        CONTEXT,
                        "hardware",
                        "state",
                        "level",
                        "compatibility",
                        "suitability",
                        "configuration",
                        "memory_requirement_mb",
                        "evidence",
                        "newest");
        for (var entry : snapshot.entries()) {
            var cells = head();
            cells.putAll(tree(entry));
            table.row(cells);
        }
        return table.build();
    }

    @Override
    public Object json() {
        var tree = head();
        tree.put("entries", snapshot.entries().stream().map(SnapshotReport::tree).toList());
        return tree;
    }

    private Map<String, Object> head() {
        return Trees.ordered(
                "model", snapshot.key().model(),
                "version", snapshot.key().version(),
                "revision", snapshot.revision(),
                "content_hash", snapshot.contentHash(),
                "as_of", snapshot.asOf());
    }

    private static Map<String, Object> tree(Entry entry) {
        var tree = Trees.workload(entry.workload());
        tree.put("hardware", Trees.hardware(entry.hardware()));
        tree.put("state", entry.state().wireName());
        tree.put("level", entry.level().wireName());
        tree.put("compatibility", entry.compatibility());
        tree.put("suitability", entry.suitability());
        tree.put("configuration", Trees.configuration(entry.configuration()));
        tree.put("memory_requirement_mb", entry.memoryRequirementMb());
        tree.put("evidence", Trees.evidence(entry.evidence(), entry.grade(), entry.runs()));
        tree.put("newest", entry.newest());
        return tree;
    }
}
