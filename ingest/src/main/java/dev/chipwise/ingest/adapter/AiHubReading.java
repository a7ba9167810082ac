package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Where a result of a perf.yaml holds a metric.
 *
 * @param divisor brings the file's unit to the metric's
 */
record AiHubReading(JsonPointer field, String metric, double divisor) {

    static final String TOKENS_PER_SECOND = "tokens_per_second";

    private static final double MICROS_PER_MILLI = 1_000;
    private static final double BYTES_PER_MIB = 1 << 20;
    private static final String MISSING = "null";

    /** Before 2025: microseconds and bytes. */
    static final List<AiHubReading> OLD =
            List.of(
                    of("/inference_time", "latency_mean_ms", MICROS_PER_MILLI),
                    of("/throughput", "throughput_items_per_second", 1),
                    of("/estimated_peak_memory_range/max", "memory_peak_mb", BYTES_PER_MIB),
                    of("/layer_info/layers_on_npu", "layers_npu", 1),
                    of("/layer_info/layers_on_gpu", "layers_gpu", 1),
                    of("/layer_info/layers_on_cpu", "layers_cpu", 1),
                    of("/llm_metrics/tokens_per_second", "throughput_items_per_second", 1),
                    of(
                            "/llm_metrics/time_to_first_token_range/min",
                            "time_to_first_token_ms",
                            MICROS_PER_MILLI));

    /**
     * Since 2025: milliseconds and MB. A compute unit without a layer count is left out, as in the
     * file. Of the range of first-token times the shortest counts: the one of a short prompt, which
     * does not grow with the context length.
     */
    static final List<AiHubReading> NEW =
            List.of(
                    of("/inference_time_milliseconds", "latency_mean_ms", 1),
                    of("/inferences_per_second", "throughput_items_per_second", 1),
                    of("/estimated_peak_memory_range_mb/max", "memory_peak_mb", 1),
                    of("/layer_counts/npu", "layers_npu", 1),
                    of("/layer_counts/gpu", "layers_gpu", 1),
                    of("/layer_counts/cpu", "layers_cpu", 1),
                    of("/tokens_per_second", "throughput_items_per_second", 1),
                    of("/time_to_first_token_range_milliseconds/min", "time_to_first_token_ms", 1));

    private static AiHubReading of(String field, String metric, double divisor) {
        return new AiHubReading(JsonPointer.compile(field), metric, divisor);
    }

    /** The metric's value, or null where the file has none. */
    Double value(JsonNode metrics) {
        var value = metrics.at(field);
        if (isMissing(value)) {
            return null;
        }
        if (!value.isNumber()) {
            throw new UnreadableField(
                    field.toString().substring(1).replace('/', '.'),
                    "must be a number, not " + Fields.shown(value));
        }
        return value.doubleValue() / divisor;
    }

    /** Whether there is no value; the older files write the word null in quotes. */
    static boolean isMissing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || MISSING.equals(value.asText());
    }
}
