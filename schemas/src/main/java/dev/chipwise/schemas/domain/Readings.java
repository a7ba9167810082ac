package dev.chipwise.schemas.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What one run measured, packed for state: values by metric code, in order of code. Immutable. */
public final class Readings {

    public static final Readings NONE = new Readings(new int[0], new double[0]);

    private final int[] codes;
    private final double[] values;

    private Readings(int[] codes, double[] values) {
        this.codes = codes;
        this.values = values;
    }

    public static Readings of(Map<Integer, Double> byCode) {
        var sorted = new TreeMap<>(byCode);
        return new Readings(
                sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sorted.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The readings of an accepted result. */
    public static Readings of(Result result, Catalog catalog) {
        var byCode = new TreeMap<Integer, Double>();
        for (var measurement : result.measurements()) {
            catalog.metric(measurement.metric())
                    .ifPresent(m -> byCode.put(m.code(), measurement.value()));
        }
        return of(byCode);
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
