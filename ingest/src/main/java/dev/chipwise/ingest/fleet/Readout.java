package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import java.util.List;
import java.util.TreeMap;

/**
 * Collects what one run measured, to six digits, and hands it out in order of metric id with the
 * catalogue's units.
 */
final class Readout {

    private static final int DIGITS = 6;

    private final Catalog catalog;
    private final TreeMap<String, Measurement> byMetric = new TreeMap<>();

    Readout(Catalog catalog) {
        this.catalog = catalog;
    }

    Readout measured(String metric, double value) {
        return put(metric, value, Provenance.MEASURED);
    }

    /** A value that was worked out from measured ones. */
    Readout derived(String metric, double value) {
        return put(metric, value, Provenance.DERIVED);
    }

    List<Measurement> measurements() {
        return List.copyOf(byMetric.values());
    }

    private Readout put(String metric, double value, Provenance provenance) {
        var unit = catalog.metric(metric).orElseThrow().unit();
        byMetric.put(metric, new Measurement(metric, rounded(value), unit, provenance));
        return this;
    }

    /** Six digits. Powers of ten up to 22 are exact, so one rounding is all that happens. */
    static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        int places = DIGITS - 1 - (int) StrictMath.floor(StrictMath.log10(StrictMath.abs(value)));
        double scale = StrictMath.pow(10, StrictMath.abs(places));
        return places >= 0
                ? StrictMath.rint(value * scale) / scale
                : StrictMath.rint(value / scale) * scale;
    }
}
