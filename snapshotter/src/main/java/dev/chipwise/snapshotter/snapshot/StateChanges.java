package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import dev.chipwise.schemas.domain.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who is there, who works and how much of it on the accelerator: for each hardware as a whole
 * (configuration null), and for each of its configurations.
 */
final class StateChanges {

    private StateChanges() {}

    static List<CompatibilityChange> between(VersionSide from, VersionSide to) {
        var changes = new ArrayList<>(ofHardware(from, to));
        changes.addAll(ofConfigurations(from, to));
        return changes;
    }

    /** What makes a cell the same in two versions. */
    static String cellKey(CellSummary cell) {
        var key = cell.key();
        return Key.join(key.board().workload(), key.hardware(), key.configuration());
    }

    private static List<CompatibilityChange> ofHardware(VersionSide from, VersionSide to) {
        var before = by(from.entries(), StateChanges::entryKey);
        var after = by(to.entries(), StateChanges::entryKey);
        var runsBefore = byHardware(from.cells());
        var runsAfter = byHardware(to.cells());
        var changes = new ArrayList<CompatibilityChange>();
        for (var key : union(before, after)) {
            var was = before.get(key);
            var is = after.get(key);
            var place = Place.of(from.key(), to.key(), is == null ? was : is);
            Transition.between(
                            condition(was, runsBefore.getOrDefault(key, List.of())),
                            condition(is, runsAfter.getOrDefault(key, List.of())))
                    .map(place::change)
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private static List<CompatibilityChange> ofConfigurations(VersionSide from, VersionSide to) {
        var before = by(from.cells(), StateChanges::cellKey);
        var after = by(to.cells(), StateChanges::cellKey);
        var changes = new ArrayList<CompatibilityChange>();
        for (var key : union(before, after)) {
            var was = before.get(key);
            var is = after.get(key);
            var place = Place.of(from.key(), to.key(), is == null ? was : is);
            Transition.between(
                            was == null ? null : Condition.of(was),
                            is == null ? null : Condition.of(is))
                    .or(() -> layers(was, is))
                    .map(place::change)
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private static Optional<Finding> layers(CellSummary was, CellSummary is) {
        if (was == null || is == null) {
            return Optional.empty();
        }
        var before = LayerShare.of(was);
        var after = LayerShare.of(is);
        return before.isPresent() && after.isPresent()
                ? LayerShare.between(before.get(), after.get())
                : Optional.empty();
    }

    private static Condition condition(Entry entry, List<CellSummary> cells) {
        return entry == null ? null : Condition.of(entry.state(), cells);
    }

    private static String entryKey(Entry entry) {
        return Key.join(entry.workload().id(), entry.hardware().id());
    }

    private static SortedMap<String, List<CellSummary>> byHardware(List<CellSummary> cells) {
        var byHardware = new TreeMap<String, List<CellSummary>>();
        for (var cell : cells) {
            var key = Key.join(cell.key().board().workload(), cell.key().hardware());
            byHardware.computeIfAbsent(key, same -> new ArrayList<>()).add(cell);
        }
        return byHardware;
    }

    private static <T> SortedMap<String, T> by(Collection<T> items, Function<T, String> key) {
        var byKey = new TreeMap<String, T>();
        items.forEach(item -> byKey.put(key.apply(item), item));
        return byKey;
    }

    private static Collection<String> union(SortedMap<String, ?> one, SortedMap<String, ?> other) {
        var keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }
}
