package dev.chipwise.schemas.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words that events may use, as data: metrics, hardware types, precisions, failure classes,
 * aliases, profiles, priors.
 */
public final class Catalog {

    private static final String ANY = "*";

    private final SortedMap<String, Metric> metrics = new TreeMap<>();
    private final Map<Integer, Metric> metricsByCode = new HashMap<>();
    private final Map<String, Metric> metricsByCriterion = new TreeMap<>();
    private final Set<String> hardwareTypes = new TreeSet<>();
    private final Set<String> precisions = new TreeSet<>();
    private final Set<String> failureClasses = new TreeSet<>();
    private final Map<String, Map<String, String>> aliases = new HashMap<>();
    private final SortedMap<String, ScoringProfile> profiles = new TreeMap<>();
    private final Map<String, Map<String, VariancePrior>> priors = new HashMap<>();
    private final String priorId;

    private Catalog() {
        rows("metrics.csv").forEach(this::addMetric);
        rows("hardware_types.csv").forEach(row -> hardwareTypes.add(row.get("id")));
        rows("precisions.csv").forEach(row -> precisions.add(row.get("id")));
        rows("failure_classes.csv").forEach(row -> failureClasses.add(row.get("id")));
        rows("aliases.csv")
                .forEach(
                        row ->
                                aliases.computeIfAbsent(row.get("kind"), kind -> new HashMap<>())
                                        .put(row.get("alias"), row.get("canonical")));
        var priorRows = rows("priors.csv");
        priorRows.forEach(
                row ->
                        priors.computeIfAbsent(row.get("family"), family -> new HashMap<>())
                                .put(
                                        row.get("hardware_type"),
                                        new VariancePrior(
                                                Double.parseDouble(row.get("dof")),
                                                Double.parseDouble(row.get("spread")))));
        priorId = priorRows.get(0).get("prior_id");
        addProfiles();
    }

    /** The catalogue in the jar. */
    public static Catalog shipped() {
        return new Catalog();
    }

    public Optional<Metric> metric(String id) {
        return Optional.ofNullable(metrics.get(id));
    }

    /** The metric that a person means by a metric id or by a criterion such as {@code latency}. */
    public Optional<Metric> metricOrCriterion(String word) {
        return metric(word).or(() -> Optional.ofNullable(metricsByCriterion.get(word)));
    }

    public Optional<Metric> metric(int code) {
        return Optional.ofNullable(metricsByCode.get(code));
    }

    /** All metrics, in order of id. */
    public Collection<Metric> metrics() {
        return List.copyOf(metrics.values());
    }

    public Set<String> criteria() {
        return new TreeSet<>(metricsByCriterion.keySet());
    }

    /** The hardware type that a spelling means, if any. */
    public Optional<String> hardwareType(String spelling) {
        return canonical("hardware_type", spelling, hardwareTypes);
    }

    /** The precision that a spelling means, if any. */
    public Optional<String> precision(String spelling) {
        return canonical("precision", spelling, precisions);
    }

    /** The failure class that a spelling means, if any. */
    public Optional<String> failureClass(String spelling) {
        return canonical("failure_class", spelling, failureClasses);
    }

    public Set<String> hardwareTypes() {
        return new TreeSet<>(hardwareTypes);
    }

    public Set<String> precisions() {
        return new TreeSet<>(precisions);
    }

    /** The shipped profiles, by id. */
    public SortedMap<String, ScoringProfile> profiles() {
        return new TreeMap<>(profiles);
    }

    /**
     * What is believed of this metric's noise on this hardware type: the most specific row that
     * fits.
     */
    public VariancePrior prior(Metric metric, String hardwareType) {
        var ofFamily = priors.getOrDefault(metric.family(), Map.of());
        var ofType = ofFamily.getOrDefault(hardwareType, ofFamily.get(ANY));
        return ofType == null ? priors.get(ANY).get(ANY) : ofType;
    }

    /** Names the shipped priors; every score carries it. */
    public String priorId() {
        return priorId;
    }

    private static List<Map<String, String>> rows(String table) {
        return CsvResource.rows(Catalog.class, "catalog/" + table);
    }

    private Optional<String> canonical(String kind, String spelling, Set<String> known) {
        if (spelling == null) {
            return Optional.empty();
        }
        var lower = spelling.toLowerCase(Locale.ROOT).strip();
        var canonical = aliases.getOrDefault(kind, Map.of()).getOrDefault(lower, lower);
        return known.contains(canonical) ? Optional.of(canonical) : Optional.empty();
    }

    private void addMetric(Map<String, String> row) {
        var metric =
                new Metric(
                        Integer.parseInt(row.get("code")),
                        row.get("id"),
                        row.get("unit"),
                        Metric.Direction.valueOf(row.get("direction").toUpperCase(Locale.ROOT)),
                        Metric.Range.valueOf(row.get("range").toUpperCase(Locale.ROOT)),
                        row.get("family"),
                        row.get("criterion"),
                        row.get("description"));
        metrics.put(metric.id(), metric);
        if (metricsByCode.put(metric.code(), metric) != null) {
            throw new IllegalStateException(
                    "catalog/metrics.csv: code " + metric.code() + " is given twice");
        }
        if (!metric.criterion().isEmpty()) {
            metricsByCriterion.put(metric.criterion(), metric);
        }
    }

    private void addProfiles() {
        var weights = new TreeMap<String, SortedMap<String, Double>>();
        for (var row : rows("profiles.csv")) {
            var metric =
                    metricOrCriterion(row.get("criterion"))
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "catalog/profiles.csv: unknown criterion in "
                                                            + row));
            weights.computeIfAbsent(row.get("profile"), id -> new TreeMap<>())
                    .put(metric.id(), Double.valueOf(row.get("weight")));
        }
        weights.forEach(
                (id, byMetric) ->
                        profiles.put(id, new ScoringProfile(id, 1, byMetric, new TreeMap<>())));
    }
}
