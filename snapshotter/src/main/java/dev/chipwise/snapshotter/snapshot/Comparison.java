package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that differs between two versions of a model, and all that was compared and does not.
 *
 * @param changes in order of workload, hardware, configuration, kind and metric; an ENVIRONMENT
 *     change has the workload {@code all/all}
 */
public record Comparison(VersionKey from, VersionKey to, List<CompatibilityChange> changes) {

    public Comparison {
        changes = List.copyOf(changes);
    }

    public Summary summary() {
        var hardware = new TreeMap<Kind, Integer>();
        var configurations = new TreeMap<Kind, Integer>();
        var metrics = new TreeMap<Verdict, Integer>();
        for (var change : changes) {
            if (change.kind() == Kind.METRIC) {
                metrics.merge(change.verdict(), 1, Integer::sum);
            } else if (change.configuration() == null) {
                hardware.merge(change.kind(), 1, Integer::sum);
            } else {
                configurations.merge(change.kind(), 1, Integer::sum);
            }
        }
        return new Summary(hardware, configurations, metrics);
    }

    /**
     * How many.
     *
     * @param hardware changes of a hardware as a whole, by kind
     * @param configurations changes of one configuration, by kind
     * @param metrics of one configuration, by verdict
     */
    public record Summary(
            SortedMap<Kind, Integer> hardware,
            SortedMap<Kind, Integer> configurations,
            SortedMap<Verdict, Integer> metrics) {

        public Summary {
            hardware = new TreeMap<>(hardware);
            configurations = new TreeMap<>(configurations);
            metrics = new TreeMap<>(metrics);
        }
    }
}
