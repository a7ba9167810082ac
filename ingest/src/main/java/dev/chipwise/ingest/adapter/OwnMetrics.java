package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.Reason;
import java.util.List;
import java.util.Set;

/**
 * The metrics of our own format: a map from metric to value in the catalogue's unit, or a list
 * whose elements also say unit and provenance. A value of null was not measured.
 */
final class OwnMetrics {

    static final Set<String> ELEMENT = Set.of("metric", "value", "unit", "provenance");

    private final Catalog catalog;

    OwnMetrics(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Measurement> read(Fields fields) {
        var measurements = new Measurements(catalog);
        var given = fields.raw("metrics");
        if (given != null && given.isArray()) {
            fields.objects("metrics", ELEMENT).forEach(each -> addElement(each, measurements));
        } else if (given != null) {
            addEntries(given, fields.pathOf("metrics"), measurements);
        }
        return measurements.sorted();
    }

    private void addEntries(JsonNode map, String path, Measurements measurements) {
        if (!map.isObject()) {
            throw new UnreadableField(
                    path, "must be a map or a list of metrics, not " + Fields.shown(map));
        }
        for (var entry : map.properties()) {
            var metric = metric(entry.getKey(), path + "." + entry.getKey());
            var value = entry.getValue();
            if (value.isNull()) {
                continue;
            }
            if (!value.isNumber()) {
                throw new UnreadableField(
                        path + "." + metric.id(), "must be a number, not " + Fields.shown(value));
            }
            measurements.add(new Measurement(metric.id(), value.doubleValue(), metric.unit()));
        }
    }

    private void addElement(Fields element, Measurements measurements) {
        var metric = metric(element.text("metric", ""), element.pathOf("metric"));
        var value = element.number("value");
        if (value == null) {
            return;
        }
        measurements.add(
                new Measurement(
                        metric.id(),
                        value,
                        element.text("unit", metric.unit()),
                        Provenance.of(element.text("provenance", "measured"))));
    }

    private Metric metric(String id, String path) {
        return catalog.metric(id).orElseThrow(() -> unknown(id, path));
    }

    private UnreadableField unknown(String id, String path) {
        var ids = catalog.metrics().stream().map(Metric::id).toList();
        return new UnreadableField(
                Reason.UNKNOWN_METRIC,
                path,
                "'" + id + "' is not in the catalogue" + Suggestion.of(id, ids));
    }
}
