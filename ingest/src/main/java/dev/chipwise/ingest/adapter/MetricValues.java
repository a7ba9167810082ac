package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import java.util.List;

/** Collects values in the catalogue's own units, and what follows from power and energy. */
final class MetricValues {

    /** A query of the scenario MultiStream is eight samples, by the rules of MLPerf. */
    static final int SAMPLES_PER_MULTISTREAM_QUERY = 8;

    private static final double MILLI = 1_000;

    private final Catalog catalog;
    private final Measurements measurements;

    MetricValues(Catalog catalog) {
        this.catalog = catalog;
        this.measurements = new Measurements(catalog);
    }

    /** Adds a value in the metric's own unit; null is not measured. */
    MetricValues add(String metric, Double value, Provenance provenance) {
        if (value != null) {
            var unit = catalog.metric(metric).orElseThrow().unit();
            measurements.add(new Measurement(metric, value, unit, provenance));
        }
        return this;
    }

    MetricValues measured(String metric, Double value) {
        return add(metric, value, Provenance.MEASURED);
    }

    MetricValues derived(String metric, Double value) {
        return add(metric, value, Provenance.DERIVED);
    }

    /** Mean power of the system, and what follows for one sample where their rate is known. */
    MetricValues power(double watts, Double samplesPerSecond) {
        measured("power_avg_mw", watts * MILLI);
        if (samplesPerSecond != null && watts > 0 && samplesPerSecond > 0) {
            derived("energy_per_inference_mj", watts / samplesPerSecond * MILLI);
            derived("inferences_per_joule", samplesPerSecond / watts);
        }
        return this;
    }

    /** Energy of one query of so many samples. */
    MetricValues energyPerQuery(double millijoules, int samples, Provenance provenance) {
        add(
                "energy_per_inference_mj",
                millijoules / samples,
                samples == 1 ? provenance : Provenance.DERIVED);
        if (millijoules > 0) {
            derived("inferences_per_joule", samples * MILLI / millijoules);
        }
        return this;
    }

    List<Measurement> sorted() {
        return measurements.sorted();
    }
}
