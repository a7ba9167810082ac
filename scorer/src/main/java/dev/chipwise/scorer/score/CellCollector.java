package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Run;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts results and retractions into the windows of their cells. */
final class CellCollector {

    private final Catalog catalog;
    private final int windowSize;
    private final Map<CellKey, CellDescription> descriptions = new TreeMap<>();
    private final Map<CellKey, Map<Evidence, Window>> windows = new TreeMap<>();

    CellCollector(Catalog catalog, int windowSize) {
        this.catalog = catalog;
        this.windowSize = windowSize;
    }

    void add(Result result) {
        var key = result.subject().cell();
        descriptions.merge(key, CellDescription.of(result), CellDescription::newer);
        insert(key, result.evidence(), Run.of(result, catalog));
    }

    void retract(ResultRetraction retraction) {
        insert(retraction.cell(), retraction.evidence(), Run.retracted(retraction));
    }

    private void insert(CellKey key, Evidence evidence, Run run) {
        windows.computeIfAbsent(key, cell -> new EnumMap<>(Evidence.class))
                .merge(
                        evidence,
                        Window.empty(windowSize).insert(run).window(),
                        (present, fresh) -> present.insert(run).window());
    }

    /** In order of cell; a cell that only retractions name has nothing to say. */
    List<CellSummary> summaries(CellSummariser summariser) {
        return descriptions.entrySet().stream()
                .map(
                        cell ->
                                summariser.summarise(
                                        cell.getKey(), cell.getValue(), windows.get(cell.getKey())))
                .flatMap(Optional::stream)
                .toList();
    }
}
