package dev.chipwise.deploy.bench;

import java.util.Map;

/**
 * How a figure changes with size: the exponent b of the power law a·n^b that fits it best (least
 * squares of the logarithms). 0 is flat, 1 proportional.
 */
public final class Slope {

    private Slope() {}

    /**
     * The exponent.
     *
     * @param values by size, at least two, all above 0
     */
    public static double of(Map<Long, Double> values) {
        if (values.size() < 2) {
            throw new IllegalArgumentException("a slope needs two sizes");
        }
        double meanX = mean(values.keySet().stream().mapToDouble(n -> StrictMath.log(n)).toArray());
        double meanY = mean(values.values().stream().mapToDouble(StrictMath::log).toArray());
        double together = 0;
        double alone = 0;
        for (var value : values.entrySet()) {
            double x = StrictMath.log(value.getKey()) - meanX;
            together += x * (StrictMath.log(value.getValue()) - meanY);
            alone += x * x;
        }
        return together / alone;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
