package dev.chipwise.schemas.domain;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What scoring knows beside results, the same for whoever scores: the profiles in force and the
 * memory of hardware whose results do not say it.
 *
 * @param profiles the shipped ones, each replaced by a user's profile of the same id
 * @param memoryMb by hardware id
 */
public record ReferenceData(
        SortedMap<String, ScoringProfile> profiles, SortedMap<String, Double> memoryMb) {

    public ReferenceData {
        profiles = new TreeMap<>(profiles);
        memoryMb = new TreeMap<>(memoryMb);
    }

    /** From the latest values of the two topics; a profile that is not in force is left out. */
    public static ReferenceData of(
            Catalog catalog,
            Map<String, ScoringProfile> scoring,
            Map<String, HardwareProfile> hardware) {
        var profiles = new TreeMap<>(catalog.profiles());
        scoring.forEach(
                (key, profile) -> {
                    if (isInForce(key, profile, catalog)) {
                        profiles.put(key, profile);
                    }
                });
        var memory = new TreeMap<String, Double>();
        hardware.forEach(
                (id, profile) -> {
                    var mb = profile.hardware().memoryMb();
                    if (mb != null && mb > 0 && Double.isFinite(mb)) {
                        memory.put(id, mb);
                    }
                });
        return new ReferenceData(profiles, memory);
    }

    /** Whether a user's profile stands under its own id and names only what is scored. */
    public static boolean isInForce(String key, ScoringProfile profile, Catalog catalog) {
        return key.equals(profile.id())
                && areScored(profile.weights().keySet(), catalog)
                && areScored(profile.budgets().keySet(), catalog);
    }

    private static boolean areScored(Collection<String> metrics, Catalog catalog) {
        return metrics.stream()
                .allMatch(id -> catalog.metric(id).filter(Metric::isScored).isPresent());
    }

    /** Changes exactly when scores may. */
    public String hash() {
        var text = new StringBuilder();
        profiles.values().forEach(profile -> text.append(Canonical.text(profile)).append('\n'));
        memoryMb.forEach((id, mb) -> text.append(id).append('=').append(mb).append('\n'));
        return Canonical.hash(text.toString());
    }

    /** The cell with the memory of its hardware filled in, where its results do not say it. */
    public CellSummary complete(CellSummary cell) {
        var mb = memoryMb.get(cell.hardware().id());
        return cell.hardware().memoryMb() != null || mb == null
                ? cell
                : cell.with(cell.hardware().withMemoryMb(mb));
    }
}
