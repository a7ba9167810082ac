package dev.chipwise.deploy.bench;

import dev.chipwise.deploy.bench.Figure.Kind;
import dev.chipwise.deploy.bench.Figure.Unit;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.scorer.score.CellSummariser;
import dev.chipwise.scorer.score.Scorer;
import dev.chipwise.scorer.score.Window;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What one more result costs our mathematics: its cell's window, that cell's summary, and all
 * scores and recommendations of its board. Storing and sending are measured with the pipeline.
 */
public final class OurWay implements Trial {

    private static final int NEW_RESULTS = 2_000;

    private final StoredResults stored;
    private final Catalog catalog;
    private final LongSupplier nanos;
    private final Scorer scorer;
    private final CellSummariser summariser;
    private final Map<CellKey, Window> windows = new HashMap<>();
    private final Map<BoardKey, Map<CellKey, CellSummary>> boards = new HashMap<>();
    private long seen;

    public OurWay(StoredResults stored, Catalog catalog, LongSupplier nanos) {
        this.stored = stored;
        this.catalog = catalog;
        this.nanos = nanos;
        scorer = new Scorer(catalog);
        summariser = new CellSummariser(catalog);
    }

    /** The figure at this many stored results. */
    public static Figure figure(StoredResults stored) {
        return Figure.of(
                Kind.RECOMPUTE,
                stored.words() + ": one more, its board computed again",
                Unit.MICROSECONDS_PER_EVENT);
    }

    @Override
    public void measure(Observations observations) {
        stored.results().forEach(this::insert);
        stored.more(NEW_RESULTS).forEach(this::score);
        var more = stored.more(NEW_RESULTS);
        long start = nanos.getAsLong();
        more.forEach(this::score);
        observations.addCost(figure(stored), NEW_RESULTS, nanos.getAsLong() - start);
        if (seen == 0) {
            throw new IllegalStateException("nothing was recommended");
        }
    }

    private Window insert(Result result) {
        return windows.compute(
                result.subject().cell(),
                (cell, window) ->
                        (window == null ? Window.empty(Window.SIZE) : window)
                                .insert(Run.of(result, catalog))
                                .window());
    }

    private void score(Result result) {
        var cell = result.subject().cell();
        var window = insert(result);
        var board = boards.computeIfAbsent(cell.board(), any -> new TreeMap<>());
        summariser
                .summarise(cell, CellDescription.of(result), Map.of(Evidence.REAL, window))
                .ifPresent(summary -> board.put(cell, summary));
        // What nobody looks at, a compiler may leave out.
        seen +=
                scorer.score(cell.board(), board.values(), catalog.profiles().values())
                        .recommendations()
                        .size();
    }
}
