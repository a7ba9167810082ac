package dev.chipwise.deploy.bench;

import java.util.List;

/** Where the observations of one figure lie; with few of them more than this would say nothing. */
public record Spread(double min, double median, double max) {

    public static Spread of(List<Double> observations) {
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("nothing was read");
        }
        var sorted = observations.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    /** Whether no reading of one lies among those of the other. */
    boolean isApartFrom(Spread other) {
        return max < other.min || other.max < min;
    }
}
