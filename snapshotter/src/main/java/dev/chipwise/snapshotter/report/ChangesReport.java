package dev.chipwise.snapshotter.report;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The differences between two versions, with a count of each verdict. */
public record ChangesReport(String fromVersion, String toVersion, List<CompatibilityChange> changes)
        implements Report {

    private static final List<String> CONTEXT =
            List.of("from", "to", "model", "task", "test_case", "input_shape", "sequence_length");

    public ChangesReport {
        changes = List.copyOf(changes);
    }

    @Override
    public Table table() {
        var table =
                Table.of(
                        CONTEXT,
                        "hardware",
                        "configuration",
                        "kind",
                        "metric",
                        "before",
                        "after",
                        "change_pct",
                        "verdict",
                        "severity",
                        "p_value",
                        "runs_before",
                        "runs_after",
                        "runs_needed",
                        "evidence");
        for (var change : changes) {
            var cells = head();
            cells.putAll(tree(change));
            table.row(cells);
        }
        return table.build();
    }

    @Override
    public Object json() {
        var tree = head();
        tree.put("summary", summary());
        tree.put("changes", changes.stream().map(ChangesReport::tree).toList());
        return tree;
    }

    /** How many changes there are of each kind and verdict, such as {@code metric/regressed}. */
    public Map<String, Integer> summary() {
        var counts = new TreeMap<String, Integer>();
        changes.forEach(
                change ->
                        counts.merge(
                                change.kind().wireName() + "/" + change.verdict().wireName(),
                                1,
                                Integer::sum));
        return counts;
    }

    private Map<String, Object> head() {
        return Trees.ordered("from", fromVersion, "to", toVersion);
    }

    private static Map<String, Object> tree(CompatibilityChange change) {
        var relative = change.relativeChange();
        var tree = Trees.ordered("model", change.model());
        tree.putAll(Trees.workload(change.workload()));
        tree.put("hardware", Trees.hardware(change.hardware()));
        tree.put("configuration", Trees.configuration(change.configuration()));
        tree.put("kind", change.kind().wireName());
        tree.put("metric", change.metric());
        tree.put("before", side(change, change.before()));
        tree.put("after", side(change, change.after()));
        tree.put("change_pct", relative == null ? null : 100 * relative);
        tree.put("verdict", change.verdict().wireName());
        tree.put("severity", change.severity().wireName());
        tree.put("p_value", change.pValue());
        tree.put("runs_before", change.runsBefore());
        tree.put("runs_after", change.runsAfter());
        tree.put("runs_needed", change.runsNeeded() == 0 ? null : change.runsNeeded());
        tree.put("evidence", change.evidence());
        return tree;
    }

    /** A metric's value is a number; a state is text, and so is what other programs may write. */
    private static Object side(CompatibilityChange change, String text) {
        if (change.kind() != Kind.METRIC || text == null) {
            return text;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
