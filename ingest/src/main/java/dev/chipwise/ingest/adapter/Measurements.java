package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects measurements in any order and gives them in the order that events keep. */
final class Measurements {

    private final Catalog catalog;
    private final List<Measurement> all = new ArrayList<>();

    Measurements(Catalog catalog) {
        this.catalog = catalog;
    }

    void add(Measurement measurement) {
        all.add(measurement);
    }

    /** Takes a value of a format that writes 0 for "not measured" where nothing can be 0. */
    void addUnlessMissing(String metricId, Double value) {
        var metric = catalog.metric(metricId).orElseThrow();
        if (value == null || (value == 0 && metric.range() == Metric.Range.POSITIVE)) {
            return;
        }
        add(new Measurement(metricId, value, metric.unit()));
    }

    boolean has(String metricId) {
        return all.stream().anyMatch(measurement -> measurement.metric().equals(metricId));
    }

    List<Measurement> sorted() {
        return all.stream().sorted(Comparator.comparing(Measurement::metric)).toList();
    }
}
