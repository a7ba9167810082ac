package dev.chipwise.deploy.bench;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.scorer.score.Window;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * So many results of small boards, at least a full window of benchmark runs for each cell: what our
 * way and the older way to a recommendation are compared on.
 */
public final class StoredResults {

    private static final long SEED = 3;
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final int WARMED_MODELS = 40;

    private final int count;
    private final int models;
    private final Load load;

    public StoredResults(int count, Catalog catalog) {
        var shape = LoadShape.small(1);
        this.count = count;
        models = StrictMath.max(1, count / (Window.SIZE * shape.cellsPerBoard()));
        load = new Load(LoadShape.small(models), catalog, SEED, FROM);
    }

    /** How many, for people. */
    public String words() {
        return String.format(Locale.ROOT, "%,d results stored", count);
    }

    /** Model after model, made when they are asked for. */
    public Stream<Result> results() {
        return load.often(models, 2 * Window.SIZE)
                .filter(BenchmarkResult.class::isInstance)
                .limit(count);
    }

    /** Results of the first models, later than those. */
    public List<Result> more(int wanted) {
        int warmed = StrictMath.min(models, WARMED_MODELS);
        return load.mixed(warmed, 2 * wanted + 2 * warmed).stream()
                .filter(BenchmarkResult.class::isInstance)
                .limit(wanted)
                .toList();
    }
}
