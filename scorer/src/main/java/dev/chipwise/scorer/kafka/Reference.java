package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * What scoring knows beside events: the profiles in force and the memory of hardware whose results
 * do not say it.
 *
 * @param profiles the shipped ones, each replaced by a user's profile of the same id
 */
record Reference(SortedMap<String, ScoringProfile> profiles, SortedMap<String, Double> memoryMb) {

    static Reference read(
            Catalog catalog,
            ReadOnlyKeyValueStore<String, ScoringProfile> scoring,
            ReadOnlyKeyValueStore<String, HardwareProfile> hardware,
            ScorerListener listener) {
        var profiles = new TreeMap<>(catalog.profiles());
        try (var entries = scoring.all()) {
            entries.forEachRemaining(
                    entry -> {
                        if (entry.key.equals(entry.value.id()) && isScored(entry.value, catalog)) {
                            profiles.put(entry.key, entry.value);
                        } else {
                            listener.profileIgnored(entry.key);
                        }
                    });
        }
        return new Reference(profiles, memory(hardware));
    }

    /** Changes exactly when scores may. */
    String hash() {
        var text = new StringBuilder();
        profiles.values().forEach(profile -> text.append(Canonical.text(profile)).append('\n'));
        memoryMb.forEach((id, mb) -> text.append(id).append('=').append(mb).append('\n'));
        return Canonical.hash(text.toString());
    }

    /** The cell with the memory of its hardware filled in, where its results do not say it. */
    CellSummary complete(CellSummary cell) {
        var hardware = cell.hardware();
        var mb = memoryMb.get(hardware.id());
        if (hardware.memoryMb() != null || mb == null) {
            return cell;
        }
        return new CellSummary(
                cell.key(),
                cell.workload(),
                withMemory(hardware, mb),
                cell.configuration(),
                cell.evidence(),
                cell.metrics(),
                cell.counts(),
                cell.newest(),
                cell.priorId(),
                cell.inputsHash());
    }

    private static Hardware withMemory(Hardware hardware, Double mb) {
        return new Hardware(
                hardware.id(),
                hardware.type(),
                hardware.vendor(),
                hardware.device(),
                hardware.soc(),
                hardware.os(),
                hardware.osVersion(),
                hardware.driver(),
                mb);
    }

    private static SortedMap<String, Double> memory(
            ReadOnlyKeyValueStore<String, HardwareProfile> hardware) {
        var memory = new TreeMap<String, Double>();
        try (var entries = hardware.all()) {
            entries.forEachRemaining(
                    entry -> {
                        var mb = entry.value.hardware().memoryMb();
                        if (mb != null && mb > 0 && Double.isFinite(mb)) {
                            memory.put(entry.key, mb);
                        }
                    });
        }
        return memory;
    }

    private static boolean isScored(ScoringProfile profile, Catalog catalog) {
        return isScored(profile.weights().keySet(), catalog)
                && isScored(profile.budgets().keySet(), catalog);
    }

    private static boolean isScored(Collection<String> metrics, Catalog catalog) {
        return metrics.stream()
                .allMatch(id -> catalog.metric(id).filter(Metric::isScored).isPresent());
    }
}
