package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.snapshotter.store.RawRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A raw result with its measurements by metric, as the columns ask for them. */
record ResultRow<R extends Result>(RawRow<R> raw, Map<String, Measurement> measured) {

    static <R extends Result> ResultRow<R> of(RawRow<R> raw) {
        var measured = new HashMap<String, Measurement>();
        raw.event()
                .measurements()
                .forEach(measurement -> measured.put(measurement.metric(), measurement));
        return new ResultRow<>(raw, measured);
    }

    R result() {
        return raw.event();
    }

    Double value(String metric) {
        var measurement = measured.get(metric);
        return measurement == null ? null : measurement.value();
    }

    /** What was measured beside the metrics that have a column. */
    SortedMap<String, Double> valuesBeside(Set<String> columns) {
        var others = new TreeMap<String, Double>();
        measured.forEach(
                (metric, measurement) -> {
                    if (!columns.contains(metric)) {
                        others.put(metric, measurement.value());
                    }
                });
        return others;
    }

    /** How values came about that were not measured. */
    SortedMap<String, String> provenance() {
        var provenance = new TreeMap<String, String>();
        measured.forEach(
                (metric, measurement) -> {
                    if (measurement.provenance() != Measurement.Provenance.MEASURED) {
                        provenance.put(metric, measurement.provenance().wireName());
                    }
                });
        return provenance;
    }
}
