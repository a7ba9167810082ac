package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Configuration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one thing that got worse between two versions of the sample fleet. Latency is what is made
 * worse; throughput and energy per inference follow from it and nothing else does.
 *
 * @param hardwareId such as {@code qualcomm/qualcomm/sample-flagship-phone-q}
 * @param factor by which latency grows; more is worse
 * @param cause in words
 */
public record InjectedRegression(
        String model,
        String fromVersion,
        String toVersion,
        String hardwareId,
        String runtime,
        String precision,
        int batchSize,
        String metric,
        double factor,
        String cause) {

    private static final String METRIC = "latency_mean_ms";
    private static final Set<String> FOLLOWING =
            Collections.unmodifiableSet(
                    new TreeSet<>(
                            Set.of(
                                    "energy_per_inference_mj",
                                    "inferences_per_joule",
                                    "latency_max_ms",
                                    "latency_mean_ms",
                                    "latency_min_ms",
                                    "latency_p50_ms",
                                    "latency_p90_ms",
                                    "latency_p95_ms",
                                    "latency_p99_ms",
                                    "throughput_items_per_second",
                                    "throughput_sustained_items_per_second")));

    static InjectedRegression of(Map<String, String> row, String hardwareId) {
        return new InjectedRegression(
                row.get("model"),
                row.get("from_version"),
                row.get("version"),
                hardwareId,
                row.get("runtime"),
                row.get("precision"),
                Integer.parseInt(row.get("batch_size")),
                METRIC,
                Double.parseDouble(row.get("factor")),
                row.get("cause"));
    }

    /**
     * The metrics that are truly worse with it, {@link #metric()} among them; all by the same
     * factor.
     */
    public Set<String> metrics() {
        return FOLLOWING;
    }

    /** Whether a result or summary is of the cell that got worse, in either version. */
    public boolean concerns(String modelName, String hardware, Configuration configuration) {
        return model.equals(modelName)
                && hardwareId.equals(hardware)
                && runtime.equals(configuration.runtime())
                && precision.equals(configuration.precision())
                && batchSize == configuration.batchSize();
    }

    /** Whether this cell is the one that got worse. */
    boolean hits(Cell cell) {
        return concerns(cell) && toVersion.equals(cell.version());
    }

    boolean concerns(Cell cell) {
        return concerns(cell.model().name(), cell.device().hardware().id(), cell.configuration());
    }
}
