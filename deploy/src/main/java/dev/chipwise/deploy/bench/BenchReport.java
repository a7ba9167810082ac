package dev.chipwise.deploy.bench;

import dev.chipwise.snapshotter.report.Report;
import dev.chipwise.snapshotter.report.Table;
import java.util.LinkedHashMap;
import java.util.OptionalDouble;

/** A table of all figures: where their readings lie, and how near each comes to its ceiling. */
public record BenchReport(Circumstances circumstances, Observations observations)
        implements Report {

    @Override
    public Table table() {
        var table = Table.of("kind", "figure", "unit", "min", "median", "max", "of_ceiling_pct");
        for (var figure : observations.figures()) {
            var spread = Spread.of(observations.of(figure));
            var share = ofCeiling(figure);
            table.row(
                    figure.kind().word(),
                    figure.name(),
                    figure.unit().text(),
                    rounded(spread.min()),
                    rounded(spread.median()),
                    rounded(spread.max()),
                    share.isPresent() ? StrictMath.round(100 * share.getAsDouble()) : null);
        }
        return table.build();
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
        var spread = Spread.of(observations.of(figure));
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
        double own = median(figure);
        return figure.ceilings().stream()
                .filter(ceiling -> !observations.of(ceiling).isEmpty())
                .mapToDouble(this::median)
                .min()
                .stream()
                .map(lowest -> own / lowest)
                .findFirst();
    }

    private double median(Figure figure) {
        return Spread.of(observations.of(figure)).median();
    }

    /** Three digits say all that such numbers can. */
    private static Number rounded(double value) {
        return value >= 100
                ? (Number) StrictMath.round(value)
                : StrictMath.round(value * 10) / 10.0;
    }
}
