package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.VariancePrior;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares two versions of a model on the same hardware, workload and configuration. What only one
 * side has is ADDED or REMOVED, never dropped. A function of the two sets: no order matters.
 */
public final class VersionComparison {

    /** What a longer run changes on its own. */
    private static final Set<String> NOT_COMPARED =
            Set.of("latency_min_ms", "latency_max_ms", "energy_total_mj");

    private static final Comparator<CompatibilityChange> ORDER =
            Comparator.comparing(CompatibilityChange::model)
                    .thenComparing(change -> change.workload().id())
                    .thenComparing(change -> change.hardware().id())
                    .thenComparing(
                            change ->
                                    change.configuration() == null
                                            ? ""
                                            : change.configuration().id())
                    .thenComparing(CompatibilityChange::kind)
                    .thenComparing(change -> change.metric() == null ? "" : change.metric());

    private final Catalog catalog;

    public VersionComparison(Catalog catalog) {
        this.catalog = catalog;
    }

    public Comparison compare(VersionSide from, VersionSide to, MetricRule rule) {
        return new Comparison(
                from.key(), to.key(), compare(List.of(new VersionPair(from, to)), rule));
    }

    /**
     * Compares many models at once: as one family of hypotheses, so that the rate of false alarms
     * holds over all that is told. In order of model, then as in a {@link Comparison}.
     */
    public List<CompatibilityChange> compare(Collection<VersionPair> models, MetricRule rule) {
        var changes = new ArrayList<CompatibilityChange>();
        var pairs = new ArrayList<MetricPair>();
        models.forEach(model -> collect(model.from(), model.to(), pairs, changes));
        changes.addAll(rule.judge(pairs));
        changes.sort(ORDER);
        return changes;
    }

    private void collect(
            VersionSide from,
            VersionSide to,
            List<MetricPair> pairs,
            List<CompatibilityChange> changes) {
        changes.addAll(StateChanges.between(from, to));
        var after = new TreeMap<String, CellSummary>();
        to.cells().forEach(cell -> after.put(StateChanges.cellKey(cell), cell));
        for (var before : from.cells()) {
            var same = after.get(StateChanges.cellKey(before));
            if (same != null && bothWorked(before, same)) {
                compare(Place.of(from.key(), to.key(), same), before, same, pairs, changes);
            }
        }
    }

    /** What differs in state between two snapshots, without their cells. */
    public List<CompatibilityChange> states(
            CompatibilitySnapshot before, CompatibilitySnapshot after) {
        var from = new VersionSide(before.key(), before.entries(), List.of());
        var to = new VersionSide(after.key(), after.entries(), List.of());
        return StateChanges.between(from, to).stream().sorted(ORDER).toList();
    }

    private void compare(
            Place place,
            CellSummary before,
            CellSummary after,
            List<MetricPair> pairs,
            List<CompatibilityChange> changes) {
        var ids = new TreeSet<String>();
        before.metrics().forEach(summary -> ids.add(summary.metric()));
        after.metrics().forEach(summary -> ids.add(summary.metric()));
        for (var id : ids) {
            var metric = catalog.metric(id).filter(VersionComparison::isCompared).orElse(null);
            if (metric == null) {
                continue;
            }
            var was = before.metric(id).orElse(null);
            var is = after.metric(id).orElse(null);
            var obstacle = obstacle(before, after, was, is);
            if (obstacle == null) {
                var prior = prior(before, after, metric);
                pairs.add(new MetricPair(place, metric, was, is, prior, setting(before, after)));
            } else {
                changes.add(place.change(MetricPair.incomparable(metric, was, is, obstacle)));
            }
        }
    }

    private static String obstacle(
            CellSummary before, CellSummary after, MetricSummary was, MetricSummary is) {
        if (was == null) {
            return "not measured in the earlier version";
        }
        if (is == null) {
            return "not measured in the later version";
        }
        return before.evidence() == after.evidence()
                ? null
                : before.evidence().wireName()
                        + " before and "
                        + after.evidence().wireName()
                        + " after are not compared";
    }

    /** The runtime's version is no part of a cell's identity, but it may be the cause. */
    private static String setting(CellSummary before, CellSummary after) {
        var was = before.configuration().runtimeVersion();
        var is = after.configuration().runtimeVersion();
        return Objects.equals(was, is)
                ? null
                : "runtime version " + word(was) + " before, " + word(is) + " after";
    }

    private static String word(String version) {
        return version == null ? "unknown" : version;
    }

    private VariancePrior prior(CellSummary before, CellSummary after, Metric metric) {
        boolean known =
                catalog.priorId().equals(before.priorId())
                        && catalog.priorId().equals(after.priorId());
        return known ? catalog.prior(metric, after.hardware().type()) : null;
    }

    private static boolean bothWorked(CellSummary before, CellSummary after) {
        return before.counts().successes() > 0 && after.counts().successes() > 0;
    }

    private static boolean isCompared(Metric metric) {
        return metric.isScored() && !NOT_COMPARED.contains(metric.id());
    }
}
