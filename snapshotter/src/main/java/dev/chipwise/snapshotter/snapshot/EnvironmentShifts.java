package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hardware whose cells all moved together while the others stayed: a driver, a runtime or a
 * room, not the model. One change per hardware tells it, whatever the number of cells and metrics.
 */
final class EnvironmentShifts {

    /** Metric id to shift in logs, by model and hardware id. */
    private final SortedMap<String, SortedMap<String, Double>> shifts = new TreeMap<>();

    private final List<CompatibilityChange> changes = new ArrayList<>();

    private EnvironmentShifts() {}

    static EnvironmentShifts of(List<MetricPair> pairs, StatisticalSettings settings) {
        var found = new EnvironmentShifts();
        var byModel = new TreeMap<String, List<MetricPair>>();
        pairs.forEach(
                pair ->
                        byModel.computeIfAbsent(
                                        pair.place().from().model(), model -> new ArrayList<>())
                                .add(pair));
        byModel.values().forEach(ofModel -> found.find(ofModel, settings));
        return found;
    }

    private void find(List<MetricPair> pairs, StatisticalSettings settings) {
        var candidates = CellGroup.all(pairs).stream().filter(CellGroup::isLargeEnough).toList();
        var byHardware = new TreeMap<String, List<CellGroup>>();
        for (var group : candidates) {
            double margin = settings.logMargin(group.metric());
            boolean moved = group.movedTogether(margin, settings.level() / candidates.size());
            if (moved && group.othersStayed(pairs, margin)) {
                byHardware.computeIfAbsent(group.hardware(), id -> new ArrayList<>()).add(group);
            }
        }
        byHardware.values().forEach(groups -> add(groups, settings));
    }

    private void add(List<CellGroup> groups, StatisticalSettings settings) {
        var byMetric = new TreeMap<String, Double>();
        groups.forEach(group -> byMetric.put(group.metric(), group.median()));
        shifts.put(key(groups.get(0).place()), byMetric);
        var strongest = groups.get(0);
        for (var group : groups) {
            boolean stronger = StrictMath.abs(group.median()) > StrictMath.abs(strongest.median());
            strongest = stronger ? group : strongest;
        }
        changes.add(strongest.change(byMetric, settings.logMargin(strongest.metric())));
    }

    /** What the environment did to a pair, in logs; 0 when nothing. */
    double of(MetricPair pair) {
        return shifts.getOrDefault(key(pair.place()), new TreeMap<>())
                .getOrDefault(pair.metric().id(), 0.0);
    }

    private static String key(Place place) {
        return Key.join(place.from().model(), place.hardware().id());
    }

    List<CompatibilityChange> changes() {
        return changes;
    }
}
