package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.RunCounts;
import dev.chipwise.snapshotter.store.LatestRow;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** {@code cell_summaries}. */
final class CellTable {

    private CellTable() {}

    static LatestTable<CellSummary> table() {
        var codec = Codecs.cellSummary();
        var table =
                new Columns<LatestRow<CellSummary>>()
                        .with(LatestColumns.board(), row -> row)
                        .with(summary(), LatestRow::value)
                        .with(LatestColumns.whole(codec), row -> row)
                        .with(LatestColumns.place(), row -> row)
                        .of("cell_summaries");
        return new LatestTable<>(CellSummary.class, codec, table, List.of());
    }

    private static List<Column<CellSummary>> summary() {
        return new Columns<CellSummary>()
                .text("configuration", cell -> cell.key().configuration())
                .text("task", cell -> cell.workload().task())
                .text("test_case", cell -> cell.workload().testCase())
                .with(SubjectColumns.hardware(), CellSummary::hardware)
                .with(SubjectColumns.configuration(), CellSummary::configuration)
                .text("evidence", cell -> cell.evidence().wireName())
                .with(counts(), CellSummary::counts)
                .time("newest", CellSummary::newest)
                .with(metrics(), cell -> cell)
                .text("prior_id", CellSummary::priorId)
                .text("inputs_hash", CellSummary::inputsHash)
                .list();
    }

    private static List<Column<RunCounts>> counts() {
        return new Columns<RunCounts>()
                .integer("successes", RunCounts::successes)
                .integer("failures", RunCounts::failures)
                .integer("skipped", RunCounts::skipped)
                .integer("unsupported", RunCounts::unsupported)
                .integer("trailing_failures", RunCounts::trailingFailures)
                .integer("days", RunCounts::days)
                .list();
    }

    private static List<Column<CellSummary>> metrics() {
        return new Columns<CellSummary>()
                .texts(
                        "metrics",
                        cell -> cell.metrics().stream().map(MetricSummary::metric).toList())
                .integers("metric_runs", CellTable::runs)
                .numbers("metric_centre", cell -> numbers(cell, MetricSummary::centre))
                .numbers("metric_spread", cell -> numbers(cell, MetricSummary::spread))
                .numbers("metric_dof", cell -> numbers(cell, MetricSummary::dof))
                .numbers("metric_min", cell -> numbers(cell, MetricSummary::min))
                .numbers("metric_max", cell -> numbers(cell, MetricSummary::max))
                .numbers("metric_newest", cell -> numbers(cell, MetricSummary::newest))
                .list();
    }

    private static int[] runs(CellSummary cell) {
        return cell.metrics().stream().mapToInt(MetricSummary::runs).toArray();
    }

    private static double[] numbers(CellSummary cell, ToDoubleFunction<MetricSummary> part) {
        return cell.metrics().stream().mapToDouble(part).toArray();
    }
}
