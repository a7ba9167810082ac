package dev.chipwise.deploy.jmh;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Scoring.BoardScores;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import dev.chipwise.scorer.score.Scorer;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to compute a board, by its number of cells. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BoardBenchmark {

    @Param({"10", "100", "1000"})
    int cells;

    private final Scorer scorer = new Scorer(Boards.CATALOG);
    private final Collection<ScoringProfile> profiles = Boards.CATALOG.profiles().values();
    private final ScoringProfile profile = profiles.iterator().next();
    private List<CellSummary> summaries;
    private BoardKey board;
    private Selection selection;

    @Setup
    public void measureCells() {
        summaries = Boards.of(cells).summaries();
        board = summaries.get(0).key().board();
        var configuration = summaries.get(0).configuration();
        selection = new Selection(null, configuration.precision(), null, null);
    }

    /** All scores, and the recommendations under all profiles. */
    @Benchmark
    public BoardScores score() {
        return scorer.score(board, summaries, profiles);
    }

    /** The answer to a question about one profile and one precision. */
    @Benchmark
    public Recommendation recommendSelected() {
        return scorer.recommend(board, summaries, profile, selection);
    }
}
