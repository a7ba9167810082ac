package dev.chipwise.snapshotter.cli;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.Metric.Direction;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import picocli.CommandLine.Option;

/** What the person cares about: a profile or weights, and budgets. */
final class ProfileOptions {

    private static final String STANDARD = "balanced";

    @Option(
            names = "--profile",
            paramLabel = "P",
            description = "A use case, such as balanced, latency or battery.")
    private String profile;

    @Option(
            names = "--weights",
            split = ",",
            paramLabel = "K=W",
            description = "Your own weights, such as latency=0.6,energy=0.4.")
    private Map<String, Double> weights = new LinkedHashMap<>();

    @Option(names = "--latency-sensitive", description = "Short for --profile latency.")
    private boolean latencySensitive;

    @Option(
            names = "--memory-constrained",
            description = "Short for --profile memory; with both, the two are added.")
    private boolean memoryConstrained;

    @Option(
            names = "--max-latency-p95",
            paramLabel = "TIME",
            description = "Most 95th-percentile latency, such as 30ms.")
    private String maxLatencyP95;

    @Option(
            names = "--max-latency",
            paramLabel = "TIME",
            description = "Most mean latency, such as 30ms.")
    private String maxLatency;

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            description = "Most peak memory, such as 512MB.")
    private String maxMemory;

    @Option(
            names = "--max-energy",
            paramLabel = "ENERGY",
            description = "Most energy per inference, such as 50mJ.")
    private String maxEnergy;

    /** The profile that these options describe, of those in force or made up on the spot. */
    ScoringProfile profile(Catalog catalog, SortedMap<String, ScoringProfile> known) {
        var budgets = budgets(catalog);
        if (!weights.isEmpty()) {
            return new ScoringProfile("custom", 1, ownWeights(catalog), budgets);
        }
        var chosen = chosen(known, catalog);
        chosen.budgets().forEach(budgets::putIfAbsent);
        return new ScoringProfile(chosen.id(), chosen.version(), chosen.weights(), budgets);
    }

    private ScoringProfile chosen(SortedMap<String, ScoringProfile> known, Catalog catalog) {
        if (profile != null) {
            if (latencySensitive || memoryConstrained) {
                throw new IllegalArgumentException(
                        "give either --profile or --latency-sensitive and --memory-constrained,"
                                + " not both");
            }
            if (!known.containsKey(profile)) {
                throw new IllegalArgumentException(
                        "--profile "
                                + profile
                                + " is unknown; there are "
                                + String.join(", ", known.keySet()));
            }
            return known.get(profile);
        }
        if (latencySensitive && memoryConstrained) {
            return sum(known.get("latency"), known.get("memory"), catalog);
        }
        if (latencySensitive) {
            return known.get("latency");
        }
        return known.get(memoryConstrained ? "memory" : STANDARD);
    }

    /** Both weigh the same, whatever scale each is written in; of two budgets the tighter holds. */
    private static ScoringProfile sum(ScoringProfile one, ScoringProfile other, Catalog catalog) {
        var weights = one.normalisedWeights();
        other.normalisedWeights()
                .forEach((metric, weight) -> weights.merge(metric, weight, Double::sum));
        var budgets = new TreeMap<>(one.budgets());
        other.budgets()
                .forEach(
                        (metric, limit) ->
                                budgets.merge(metric, limit, tighter(catalog.metric(metric))));
        return new ScoringProfile(one.id() + "+" + other.id(), 1, weights, budgets);
    }

    private static BinaryOperator<Double> tighter(Optional<Metric> metric) {
        boolean most = metric.map(known -> known.direction() != Direction.HIGHER).orElse(true);
        return most ? Math::min : Math::max;
    }

    private SortedMap<String, Double> ownWeights(Catalog catalog) {
        if (profile != null || latencySensitive || memoryConstrained) {
            throw new IllegalArgumentException("give either --weights or a profile, not both");
        }
        var byMetric = new TreeMap<String, Double>();
        weights.forEach(
                (word, weight) -> {
                    var metric = scored(catalog, word).id();
                    if (byMetric.put(metric, weight) != null) {
                        throw new IllegalArgumentException(
                                "--weights has " + metric + " twice, once as " + word);
                    }
                });
        return byMetric;
    }

    private static Metric scored(Catalog catalog, String word) {
        return catalog.metricOrCriterion(word)
                .filter(Metric::isScored)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "--weights "
                                                + word
                                                + " is nothing that can be weighed; use "
                                                + String.join(", ", catalog.criteria())
                                                + " or a metric id"));
    }

    private SortedMap<String, Double> budgets(Catalog catalog) {
        var budgets = new TreeMap<String, Double>();
        budget("--max-latency-p95", maxLatencyP95, catalog, "latency_p95_ms", budgets);
        budget("--max-latency", maxLatency, catalog, "latency_mean_ms", budgets);
        budget("--max-memory", maxMemory, catalog, "memory_peak_mb", budgets);
        budget("--max-energy", maxEnergy, catalog, "energy_per_inference_mj", budgets);
        return budgets;
    }

    private static void budget(
            String option,
            String amount,
            Catalog catalog,
            String metric,
            SortedMap<String, Double> into) {
        if (amount != null) {
            var unit = catalog.metric(metric).orElseThrow().unit();
            into.put(metric, Quantity.parse(option, amount, unit));
        }
    }
}
