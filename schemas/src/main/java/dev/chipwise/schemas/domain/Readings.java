package dev.chipwise.schemas.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What one run measured, packed for state: values by metric code, in order of code. Immutable. */
public final class Readings {

    public static final Readings NONE = new Readings(new int[0], new double[0]);

    /**
     * Below the codes of all metrics: the memory of the hardware, as the run's result states it.
     */
    private static final int HARDWARE_MEMORY = 0;

    private final int[] codes;
    private final double[] values;

    private Readings(int[] codes, double[] values) {
        this.codes = codes;
        this.values = values;
    }

    /**
     * Readings by code; the arrays are theirs from now on.
     *
     * @param codes ascending
     * @param values one per code
     */
    public static Readings of(int[] codes, double[] values) {
        if (codes.length != values.length) {
            throw new IllegalArgumentException(
                    codes.length + " codes, but " + values.length + " values");
        }
        for (int i = 1; i < codes.length; i++) {
            if (codes[i - 1] >= codes[i]) {
                throw new IllegalArgumentException("codes must ascend: " + Arrays.toString(codes));
            }
        }
        return new Readings(codes, values);
    }

    public static Readings of(Map<Integer, Double> byCode) {
        var sorted = new TreeMap<>(byCode);
        return new Readings(
                sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sorted.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The readings of an accepted result. */
    public static Readings of(Result result, Catalog catalog) {
        var measurements = result.measurements();
        var codes = new int[measurements.size() + 1];
        var values = new double[codes.length];
        int size = 0;
        var memoryMb = result.subject().hardware().memoryMb();
        if (memoryMb != null) {
            size = insert(HARDWARE_MEMORY, memoryMb, codes, values, size);
        }
        for (var measurement : measurements) {
            var metric = catalog.metric(measurement.metric());
            if (metric.isPresent()) {
                size = insert(metric.get().code(), measurement.value(), codes, values, size);
            }
        }
        return of(Arrays.copyOf(codes, size), Arrays.copyOf(values, size));
    }

    /** Keeps the codes ascending; a code that is there gets the new value. */
    private static int insert(int code, double value, int[] codes, double[] values, int size) {
        int at = size;
        while (at > 0 && codes[at - 1] > code) {
            at--;
        }
        if (at > 0 && codes[at - 1] == code) {
            values[at - 1] = value;
            return size;
        }
        System.arraycopy(codes, at, codes, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        codes[at] = code;
        values[at] = value;
        return size + 1;
    }

    /** Memory of the hardware in MB, or NaN when the result does not state it. */
    public double hardwareMemoryMb() {
        return codes.length > 0 && codes[0] == HARDWARE_MEMORY ? values[0] : Double.NaN;
    }

    public int size() {
        return codes.length;
    }

    /** The metric code at a position. */
    public int code(int position) {
        return codes[position];
    }

    /** The value at a position, in the metric's unit. */
    public double value(int position) {
        return values[position];
    }

    /** The value of a metric in its unit, {@code NaN} when it was not measured. */
    public double valueOf(Metric metric) {
        int position = Arrays.binarySearch(codes, metric.code());
        return position < 0 ? Double.NaN : values[position];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Readings that
                && Arrays.equals(codes, that.codes)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(codes) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(codes) + Arrays.toString(values);
    }
}
