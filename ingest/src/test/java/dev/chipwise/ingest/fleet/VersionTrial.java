package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The version comparison of the design in its plainest form, written for this test alone:
 * winsorised log-costs, moderated t against a margin of 2 %, Benjamini and Hochberg at 5 % over one
 * model.
 */
final class VersionTrial {

    private static final double PRIOR_DOF = 4;
    private static final double PRIOR_SPREAD = 0.05;
    private static final double MARGIN = StrictMath.log(1.02);
    private static final double RATE = 0.05;

    /** One metric of one cell under test; {@code p} is of "no worse than the margin". */
    record Finding(String model, String hardware, String configuration, String metric, double p) {}

    private record Series(String model, String hardware, String configuration, Metric metric) {

        String name() {
            return model + "|" + hardware + "|" + configuration + "|" + metric.id();
        }
    }

    private final Map<String, Series> series = new TreeMap<>();
    private final Map<String, List<Double>> before = new TreeMap<>();
    private final Map<String, List<Double>> after = new TreeMap<>();

    VersionTrial(List<Result> results, String fromVersion, Catalog catalog) {
        for (var result : results) {
            var subject = result.subject();
            var side = subject.version().tag().equals(fromVersion) ? before : after;
            for (var measurement : result.measurements()) {
                var metric = catalog.metric(measurement.metric()).orElseThrow();
                if (metric.isScored()) {
                    var key =
                            new Series(
                                    subject.model().name(),
                                    subject.hardware().id(),
                                    subject.configuration().id(),
                                    metric);
                    series.put(key.name(), key);
                    side.computeIfAbsent(key.name(), name -> new ArrayList<>())
                            .add(metric.logCost(measurement.value()));
                }
            }
        }
    }

    /** What is called regressed, model by model. */
    List<Finding> regressed() {
        var models = new TreeSet<>(series.values().stream().map(Series::model).toList());
        return models.stream().flatMap(model -> discoveries(findings(model)).stream()).toList();
    }

    private List<Finding> findings(String model) {
        return series.values().stream()
                .filter(key -> key.model().equals(model))
                .map(
                        key ->
                                new Finding(
                                        model,
                                        key.hardware(),
                                        key.configuration(),
                                        key.metric().id(),
                                        p(key.name())))
                .sorted((a, b) -> Double.compare(a.p(), b.p()))
                .toList();
    }

    private static List<Finding> discoveries(List<Finding> ascending) {
        int last =
                IntStream.range(0, ascending.size())
                        .filter(i -> ascending.get(i).p() <= RATE * (i + 1) / ascending.size())
                        .max()
                        .orElse(-1);
        return ascending.subList(0, last + 1);
    }

    private double p(String name) {
        double[] old = winsorised(before.get(name));
        double[] now = winsorised(after.get(name));
        double se = StrictMath.sqrt(moderated(old) / old.length + moderated(now) / now.length);
        double t = (mean(now) - mean(old) - MARGIN) / se;
        return upperTail(t, PRIOR_DOF + old.length - 1 + now.length - 1);
    }

    private static double[] winsorised(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = median(sorted);
        double mad =
                median(
                        Arrays.stream(sorted)
                                .map(v -> StrictMath.abs(v - median))
                                .sorted()
                                .toArray());
        double reach = 2.5 * StrictMath.max(1.4826 * mad, PRIOR_SPREAD);
        return Arrays.stream(sorted)
                .map(v -> StrictMath.max(median - reach, StrictMath.min(median + reach, v)))
                .toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double moderated(double[] values) {
        double centre = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - centre) * (v - centre)).sum();
        return (PRIOR_DOF * PRIOR_SPREAD * PRIOR_SPREAD + squares)
                / (PRIOR_DOF + values.length - 1);
    }

    /** Student's tail by Simpson's rule: with t = √ν·tan θ the density is cos^(ν−1) θ. */
    private static double upperTail(double t, double dof) {
        if (t <= 0) {
            return 1; // far from any discovery, and most are
        }
        double from = StrictMath.atan(t / StrictMath.sqrt(dof));
        return area(from, dof) / area(-StrictMath.PI / 2, dof);
    }

    private static double area(double from, double dof) {
        int steps = 400;
        double width = (StrictMath.PI / 2 - from) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            double cosine = StrictMath.max(0, StrictMath.cos(from + i * width));
            sum += weight * StrictMath.pow(cosine, dof - 1);
        }
        return sum * width / 3;
    }
}
