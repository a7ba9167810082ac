package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What scoring knows beside results: the shipped use cases and the users' own, and the memory of
 * hardware whose results do not say it. As the scorer has it, from what is stored.
 */
public record ReferenceData(
        SortedMap<String, ScoringProfile> profiles, SortedMap<String, Double> memoryMb) {

    public ReferenceData {
        profiles = new TreeMap<>(profiles);
        memoryMb = new TreeMap<>(memoryMb);
    }

    public static ReferenceData of(Contents contents, Catalog catalog) {
        var profiles = new TreeMap<>(catalog.profiles());
        for (var row : contents.latest(ScoringProfile.class)) {
            if (row.key().equals(row.value().id()) && isScored(row.value(), catalog)) {
                profiles.put(row.key(), row.value());
            }
        }
        var memory = new TreeMap<String, Double>();
        for (var row : contents.latest(HardwareProfile.class)) {
            var mb = row.value().hardware().memoryMb();
            if (mb != null && mb > 0 && Double.isFinite(mb)) {
                memory.put(row.key(), mb);
            }
        }
        return new ReferenceData(profiles, memory);
    }

    private static boolean isScored(ScoringProfile profile, Catalog catalog) {
        return isScored(profile.weights().keySet(), catalog)
                && isScored(profile.budgets().keySet(), catalog);
    }

    private static boolean isScored(Collection<String> metrics, Catalog catalog) {
        return metrics.stream()
                .allMatch(id -> catalog.metric(id).filter(Metric::isScored).isPresent());
    }

    /** The cell with the memory of its hardware filled in, where its results do not say it. */
    public CellSummary complete(CellSummary cell) {
        var mb = memoryMb.get(cell.hardware().id());
        if (cell.hardware().memoryMb() != null || mb == null) {
            return cell;
        }
        return new CellSummary(
                cell.key(),
                cell.workload(),
                withMemory(cell.hardware(), mb),
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
}
