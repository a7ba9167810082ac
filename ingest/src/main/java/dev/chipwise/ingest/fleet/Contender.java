package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ScoringProfile;

/** A hardware in the configuration that is truly its best under a profile. */
record Contender(Cell cell, Expected expected, double utility) {

    static Contender of(Cell cell, Expected expected, ScoringProfile profile, Catalog catalog) {
        double utility = 0;
        for (var weight : profile.normalisedWeights().entrySet()) {
            var metric = catalog.metric(weight.getKey()).orElseThrow();
            double value = expected.value(metric.id());
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException(
                        "the fleet does not know the true " + metric.id() + " of " + cell.key());
            }
            utility -= weight.getValue() * metric.logCost(value);
        }
        return new Contender(cell, expected, utility);
    }

    String hardwareId() {
        return cell.device().hardware().id();
    }

    String name() {
        return cell.device().hardware().device();
    }
}
