package dev.chipwise.deploy.jmh;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.scorer.score.Scorer;
import dev.chipwise.snapshotter.snapshot.Comparison;
import dev.chipwise.snapshotter.snapshot.MetricRule;
import dev.chipwise.snapshotter.snapshot.StatisticalRule;
import dev.chipwise.snapshotter.snapshot.VersionComparison;
import dev.chipwise.snapshotter.snapshot.VersionSide;
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

/** What it costs to compare two versions of a model, cell by cell and metric by metric. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VersionBenchmark {

    @Param({"10", "100", "1000"})
    int cells;

    private final VersionComparison comparison = new VersionComparison(Boards.CATALOG);
    private final MetricRule rule = StatisticalRule.standard();
    private VersionSide before;
    private VersionSide after;

    @Setup
    public void measureCells() {
        var summaries = Boards.of(cells).summaries();
        before = side(summaries);
        after = side(summaries.stream().map(VersionBenchmark::ofNextVersion).toList());
    }

    @Benchmark
    public Comparison compare() {
        return comparison.compare(before, after, rule);
    }

    private static VersionSide side(List<CellSummary> summaries) {
        var board = summaries.get(0).key().board();
        var scores =
                new Scorer(Boards.CATALOG)
                        .score(board, summaries, Boards.CATALOG.profiles().values())
                        .scores();
        return VersionSide.of(board.versionKey(), scores, summaries);
    }

    private static CellSummary ofNextVersion(CellSummary cell) {
        var board = cell.key().board();
        var next = new BoardKey(board.model(), board.version() + "-next", board.workload());
        return new CellSummary(
                new CellKey(next, cell.key().hardware(), cell.key().configuration()),
                cell.workload(),
                cell.hardware(),
                cell.configuration(),
                cell.evidence(),
                cell.metrics(),
                cell.counts(),
                cell.newest(),
                cell.priorId(),
                cell.inputsHash());
    }
}
