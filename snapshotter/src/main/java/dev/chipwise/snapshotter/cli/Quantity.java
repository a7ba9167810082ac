package dev.chipwise.snapshotter.cli;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads amounts such as {@code 30ms}, {@code 1.5GB} or {@code 20%/h} into a metric's own unit. */
final class Quantity {

    private static final Pattern FORM =
            Pattern.compile("\\s*([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\\s*(\\S*)\\s*");

    /** How many of the metric's unit one of the written unit is. */
    private static final Map<String, Map<String, Double>> FACTORS =
            Map.of(
                    "ms", Map.of("us", 1e-3, "ms", 1.0, "s", 1e3),
                    "MB", Map.of("KB", 1.0 / 1024, "MB", 1.0, "GB", 1024.0),
                    "mJ", Map.of("uJ", 1e-3, "mJ", 1.0, "J", 1e3),
                    "mW", Map.of("mW", 1.0, "W", 1e3));

    private Quantity() {}

    /**
     * The amount in {@code unit}; a bare number is in that unit already.
     *
     * @param option where it was written
     * @throws IllegalArgumentException that says which units are understood
     */
    static double parse(String option, String text, String unit) {
        var factors = FACTORS.getOrDefault(unit, Map.of(unit, 1.0));
        var form = FORM.matcher(text);
        var written = form.matches() && !form.group(2).isEmpty() ? form.group(2) : unit;
        var factor = factors.get(written);
        double amount =
                form.matches() && factor != null
                        ? Double.parseDouble(form.group(1)) * factor
                        : Double.NaN;
        if (!(amount > 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(
                    option
                            + " "
                            + text
                            + " is not an amount above 0 such as 30"
                            + unit
                            + ", in "
                            + String.join(", ", new TreeSet<>(factors.keySet())));
        }
        return amount;
    }
}
