package dev.chipwise.deploy.jmh;

import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.LoadShape;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.scorer.score.CellSummariser;
import dev.chipwise.scorer.score.Window;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One board of the sample fleet whose cells have full windows of benchmark runs. */
final class Boards {

    static final Catalog CATALOG = Catalog.shipped();

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final int CONFIGURATIONS = 8;

    private final Load load;
    private final Map<CellKey, Window> windows = new LinkedHashMap<>();
    private final Map<CellKey, CellDescription> descriptions = new LinkedHashMap<>();

    private Boards(Load load) {
        this.load = load;
    }

    static Boards of(int cells) {
        var shape = new LoadShape("board", 1, cells, CONFIGURATIONS);
        var boards = new Boards(new Load(shape, CATALOG, 1, FROM));
        boards.load
                .often(1, 2 * Window.SIZE)
                .filter(BenchmarkResult.class::isInstance)
                .forEach(boards::insert);
        return boards;
    }

    /** Results that have not been inserted, later than those. */
    List<Result> more(int count) {
        return load.mixed(1, count);
    }

    Map<CellKey, Window> windows() {
        return windows;
    }

    CellDescription description(CellKey cell) {
        return descriptions.get(cell);
    }

    List<CellSummary> summaries() {
        var summariser = new CellSummariser(CATALOG);
        return windows.entrySet().stream()
                .map(
                        cell ->
                                summariser.summarise(
                                        cell.getKey(),
                                        description(cell.getKey()),
                                        Map.of(Evidence.REAL, cell.getValue())))
                .map(summary -> summary.orElseThrow())
                .toList();
    }

    private void insert(Result result) {
        var cell = result.subject().cell();
        descriptions.put(cell, CellDescription.of(result));
        windows.merge(
                cell,
                Window.of(Window.SIZE, List.of(Run.of(result, CATALOG))),
                (before, one) -> before.insert(one.runs().get(0)).window());
    }
}
