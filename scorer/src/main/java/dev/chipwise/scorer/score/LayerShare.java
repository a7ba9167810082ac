package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.Readings;

/**
 * Derives the share of layers off the CPU from a run's layer counts, where the run does not state
 * it.
 */
final class LayerShare {

    static final String METRIC = "layers_accelerated_pct";

    private final Metric stated;
    private final Metric npu;
    private final Metric gpu;
    private final Metric cpu;

    LayerShare(Catalog catalog) {
        stated = catalog.metric(METRIC).orElseThrow();
        npu = catalog.metric("layers_npu").orElseThrow();
        gpu = catalog.metric("layers_gpu").orElseThrow();
        cpu = catalog.metric("layers_cpu").orElseThrow();
    }

    /**
     * The share that follows from a run's counts; {@code NaN} when the run states one itself, or
     * counts nothing.
     */
    double unstated(Readings readings) {
        return Double.isNaN(readings.valueOf(stated)) ? share(readings) : Double.NaN;
    }

    /** A unit that is not mentioned ran no layers; all of nothing is no share. */
    private double share(Readings readings) {
        double accelerated = orZero(readings.valueOf(npu)) + orZero(readings.valueOf(gpu));
        return 100 * accelerated / (accelerated + orZero(readings.valueOf(cpu)));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
