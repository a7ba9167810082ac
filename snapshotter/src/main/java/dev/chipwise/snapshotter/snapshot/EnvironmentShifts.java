package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hardware whose cells all moved together while the others stayed: a driver, a runtime or a
 * room, not the model. One change per hardware tells it, whatever the number of cells and metrics.
 */
final class EnvironmentShifts {

    /** Metric id to shift in logs, by hardware id. */
    private final SortedMap<String, SortedMap<String, Double>> shifts = new TreeMap<>();

    private final List<CompatibilityChange> changes = new ArrayList<>();

    private EnvironmentShifts() {}

    static EnvironmentShifts of(List<MetricPair> pairs, StatisticalSettings settings) {
        var found = new EnvironmentShifts();
        var candidates = CellGroup.all(pairs).stream().filter(CellGroup::isLargeEnough).toList();
        var byHardware = new TreeMap<String, List<CellGroup>>();
        for (var group : candidates) {
            double margin = settings.logMargin(group.metric());
            boolean moved = group.movedTogether(margin, settings.level() / candidates.size());
            if (moved && group.othersStayed(pairs, margin)) {
                byHardware.computeIfAbsent(group.hardware(), id -> new ArrayList<>()).add(group);
            }
        }
        byHardware.values().forEach(groups -> found.add(groups, settings));
        return found;
    }

    private void add(List<CellGroup> groups, StatisticalSettings settings) {
        var byMetric = new TreeMap<String, Double>();
        groups.forEach(group -> byMetric.put(group.metric(), group.median()));
        shifts.put(groups.get(0).hardware(), byMetric);
        var strongest = groups.get(0);
        for (var group : groups) {
            boolean stronger = StrictMath.abs(group.median()) > StrictMath.abs(strongest.median());
            strongest = stronger ? group : strongest;
        }
        changes.add(strongest.change(byMetric, settings.logMargin(strongest.metric())));
    }

    /** What the environment did to a pair, in logs; 0 when nothing. */
    double of(MetricPair pair) {
        return shifts.getOrDefault(pair.place().hardware().id(), new TreeMap<>())
                .getOrDefault(pair.metric().id(), 0.0);
    }

    List<CompatibilityChange> changes() {
        return changes;
    }
}
