package dev.chipwise.deploy.bench;

import dev.chipwise.snapshotter.report.Report;
import dev.chipwise.snapshotter.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A table of all figures: where their readings lie, how near each comes to its ceiling, and how it
 * compares with an earlier run, if there is one.
 *
 * @param before where the readings of an earlier run lay, by name of the figure; may be empty
 */
public record BenchReport(
        Circumstances circumstances, Observations observations, Map<String, Spread> before)
        implements Report {

    private static final List<String> COLUMNS =
            List.of("kind", "figure", "unit", "min", "median", "max", "of_ceiling_pct");
    private static final List<String> COMPARED = List.of("before", "ratio", "change");

    @Override
    public Table table() {
        var columns = new ArrayList<>(COLUMNS);
        columns.addAll(before.isEmpty() ? List.of() : COMPARED);
        var table = Table.of(columns.toArray(String[]::new));
        for (var figure : observations.figures()) {
            table.row(row(figure).toArray());
        }
        return table.build();
    }

    private List<Object> row(Figure figure) {
        var spread = spread(figure);
        var share = ofCeiling(figure);
        var row =
                new ArrayList<Object>(
                        Arrays.asList(
                                figure.kind().word(),
                                figure.name(),
                                figure.unit().text(),
                                rounded(spread.min()),
                                rounded(spread.median()),
                                rounded(spread.max()),
                                share.isPresent()
                                        ? StrictMath.round(100 * share.getAsDouble())
                                        : null));
        if (!before.isEmpty()) {
            row.addAll(compared(figure, spread));
        }
        return row;
    }

    private List<Object> compared(Figure figure, Spread now) {
        var then = before.get(figure.name());
        if (then == null) {
            return Arrays.asList(null, null, null);
        }
        return Arrays.asList(
                rounded(then.median()), rounded(now.median() / then.median()), change(figure));
    }

    /** Better or worse when every reading says so, else nothing. */
    String change(Figure figure) {
        var now = spread(figure);
        var then = before.get(figure.name());
        if (then == null || !now.isApartFrom(then)) {
            return null;
        }
        return now.median() > then.median() == figure.unit().moreIsBetter() ? "better" : "worse";
    }

    @Override
    public Object json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("run", circumstances.json());
        tree.put("figures", observations.figures().stream().map(this::json).toList());
        return tree;
    }

    private Object json(Figure figure) {
        var tree = new LinkedHashMap<String, Object>();
        var spread = spread(figure);
        tree.put("kind", figure.kind().word());
        tree.put("figure", figure.name());
        tree.put("unit", figure.unit().text());
        tree.put("min", spread.min());
        tree.put("median", spread.median());
        tree.put("max", spread.max());
        var share = ofCeiling(figure);
        tree.put("of_ceiling", share.isPresent() ? share.getAsDouble() : null);
        tree.put("readings", observations.of(figure));
        return tree;
    }

    /** The share of its lowest ceiling, both as medians; none where no ceiling was read. */
    OptionalDouble ofCeiling(Figure figure) {
        double own = spread(figure).median();
        return figure.ceilings().stream()
                .filter(ceiling -> !observations.of(ceiling).isEmpty())
                .mapToDouble(ceiling -> spread(ceiling).median())
                .min()
                .stream()
                .map(lowest -> own / lowest)
                .findFirst();
    }

    private Spread spread(Figure figure) {
        return Spread.of(observations.of(figure));
    }

    /** Three digits say all that such numbers can. */
    private static Number rounded(double value) {
        double size = StrictMath.abs(value);
        if (size >= 100) {
            return StrictMath.round(value);
        }
        return size >= 10
                ? StrictMath.round(value * 10) / 10.0
                : StrictMath.round(value * 100) / 100.0;
    }
}
