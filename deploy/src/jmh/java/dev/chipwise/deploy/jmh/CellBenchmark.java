package dev.chipwise.deploy.jmh;

import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.scorer.score.CellSummariser;
import dev.chipwise.scorer.score.Window;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one result costs the cell that it belongs to; the cell's window is full. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CellBenchmark {

    private final Boards boards = Boards.of(1);
    private final CellKey cell = boards.windows().keySet().iterator().next();
    private final CellDescription description = boards.description(cell);
    private final Window window = boards.windows().get(cell);
    private final Result result = boards.more(1).get(0);
    private final Run newest = Run.of(result, Boards.CATALOG);
    private final Run repeated = window.runs().get(window.runs().size() / 2);
    private final Map<Evidence, Window> windows = Map.of(Evidence.REAL, window);
    private final CellSummariser summariser = new CellSummariser(Boards.CATALOG);

    /** Packs what a result measured. */
    @Benchmark
    public Run runOfResult() {
        return Run.of(result, Boards.CATALOG);
    }

    /** The newest run pushes the oldest out. */
    @Benchmark
    public Window.Insertion insertNewest() {
        return window.insert(newest);
    }

    /** A run that is there already. */
    @Benchmark
    public Window.Insertion insertRepeated() {
        return window.insert(repeated);
    }

    @Benchmark
    public Optional<CellSummary> summarise() {
        return summariser.summarise(cell, description, windows);
    }
}
