package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Result;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The columns of what was measured: some metrics have their own, all others share a map. */
final class MeasurementColumns {

    private final List<String> metrics;
    private final Catalog catalog;

    MeasurementColumns(List<String> metrics, Catalog catalog) {
        this.metrics = List.copyOf(metrics);
        this.catalog = catalog;
    }

    <R extends Result> List<Column<ResultRow<R>>> own() {
        var columns = new Columns<ResultRow<R>>();
        metrics.forEach(metric -> columns.number(metric, row -> row.value(metric)));
        return columns.list();
    }

    <R extends Result> List<Column<ResultRow<R>>> shared() {
        var owned = new TreeSet<>(metrics);
        return new Columns<ResultRow<R>>()
                .numberMap("other_metrics", row -> row.valuesBeside(owned))
                .textMap("provenance", ResultRow::provenance)
                .list();
    }

    static <R extends Result> List<Column<ResultRow<R>>> outcome() {
        return new Columns<ResultRow<R>>()
                .text("status", row -> row.result().outcome().status().wireName())
                .text("failure_class", row -> row.result().outcome().failureClass())
                .list();
    }

    static Outcome outcome(Row row) throws SQLException {
        return new Outcome(
                Outcome.Status.of(row.text("status")),
                row.text("failure_class"),
                row.text("failure_message"));
    }

    /** In order of metric id. */
    List<Measurement> measurements(Row row) throws SQLException {
        var values = new TreeMap<String, Double>(row.numbers("other_metrics"));
        for (var metric : metrics) {
            var value = row.number(metric);
            if (value != null) {
                values.put(metric, value);
            }
        }
        var provenance = row.texts("provenance");
        var measurements = new ArrayList<Measurement>();
        values.forEach((metric, value) -> measurements.add(measurement(metric, value, provenance)));
        return measurements;
    }

    private Measurement measurement(String metric, double value, Map<String, String> provenance) {
        var unit = catalog.metric(metric).map(known -> known.unit()).orElse("");
        var how = provenance.getOrDefault(metric, Measurement.Provenance.MEASURED.wireName());
        return new Measurement(metric, value, unit, Measurement.Provenance.of(how));
    }
}
