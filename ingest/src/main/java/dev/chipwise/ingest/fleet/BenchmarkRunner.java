package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Outcome;
import java.util.List;

/** Makes the benchmark result of one short run on a cool device. */
final class BenchmarkRunner {

    private static final int ITERATIONS = 200;
    private static final int WARMUP = 20;
    private static final double ITERATION_SPREAD = 0.03;
    private static final double MEMORY_SPREAD = 0.004;

    private final Catalog catalog;

    BenchmarkRunner(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A run that was slower than the truth by a factor. */
    BenchmarkResult run(
            Envelope envelope, Cell cell, Expected expected, double slower, Noise noise) {
        double meanMs = expected.latencyMs() * slower;
        double memoryMb = expected.value("memory_peak_mb") * noise.factor(MEMORY_SPREAD);
        var readout =
                new Readout(catalog)
                        .measured("latency_mean_ms", meanMs)
                        .derived("throughput_items_per_second", 1000 * cell.batchSize() / meanMs)
                        .measured(
                                "load_ms",
                                expected.value("load_ms") * noise.factor(cell.device().runNoise()))
                        .measured("memory_peak_mb", memoryMb)
                        .measured("memory_avg_mb", 0.93 * memoryMb);
        putIterations(meanMs, readout);
        for (var unit : List.of("npu", "gpu", "cpu")) {
            boolean here = unit.equals(cell.processor().unit());
            readout.measured("layers_" + unit, here ? cell.model().layers() : 0);
        }
        return new BenchmarkResult(
                envelope,
                cell.subject(),
                Outcome.OK,
                readout.measurements(),
                Evidence.SIMULATED,
                protocol(cell, meanMs),
                null,
                List.of());
    }

    private static BenchmarkResult.Protocol protocol(Cell cell, double meanMs) {
        double durationMs = Readout.rounded(meanMs * ITERATIONS);
        return new BenchmarkResult.Protocol(
                ITERATIONS, WARMUP, durationMs, cell.model().itemUnit());
    }

    BenchmarkResult failure(Envelope envelope, Cell cell, Outcome outcome) {
        return new BenchmarkResult(
                envelope, cell.subject(), outcome, List.of(), Evidence.SIMULATED);
    }

    /** Single iterations are log-normal around the run's mean. */
    private static void putIterations(double meanMs, Readout readout) {
        double s = ITERATION_SPREAD;
        double medianMs = meanMs * StrictMath.exp(-s * s / 2);
        readout.measured("latency_min_ms", medianMs * StrictMath.exp(-2.8 * s))
                .measured("latency_p50_ms", medianMs)
                .measured("latency_p90_ms", medianMs * StrictMath.exp(1.2816 * s))
                .measured("latency_p95_ms", medianMs * StrictMath.exp(1.6449 * s))
                .measured("latency_p99_ms", medianMs * StrictMath.exp(2.3263 * s))
                .measured("latency_max_ms", medianMs * StrictMath.exp(3.1 * s))
                .measured("latency_stddev_ms", meanMs * StrictMath.sqrt(StrictMath.exp(s * s) - 1));
    }
}
