package dev.chipwise.ingest.fleet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A processor of a device as one runtime reaches it.
 *
 * @param unit npu, gpu or cpu
 * @param dispatchMs time to hand over one inference, however small
 * @param saturationGflop work at which half of the rate is reached: wide processors need much to do
 * @param activeWatts power above idle while it computes
 * @param overheadMb memory that the runtime takes before any model
 * @param rates attained rate by precision, in GFLOP/s; a precision that is not there cannot be run
 */
record Processor(
        String unit,
        String runtime,
        String runtimeVersion,
        String delegate,
        double dispatchMs,
        double saturationGflop,
        double activeWatts,
        double bandwidthGbPerS,
        double overheadMb,
        Map<Precision, Double> rates,
        List<Integer> batchSizes) {

    Processor {
        rates = new EnumMap<>(rates);
        batchSizes = List.copyOf(batchSizes);
    }

    /** The same processor at another clock. */
    Processor scaled(double factor) {
        var scaledRates = new EnumMap<Precision, Double>(Precision.class);
        rates.forEach((precision, rate) -> scaledRates.put(precision, rate * factor));
        return new Processor(
                unit,
                runtime,
                runtimeVersion,
                delegate,
                dispatchMs,
                saturationGflop,
                activeWatts * factor,
                bandwidthGbPerS,
                overheadMb,
                scaledRates,
                batchSizes);
    }
}
