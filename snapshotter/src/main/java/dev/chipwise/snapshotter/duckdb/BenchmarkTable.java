package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code benchmark_results}. */
final class BenchmarkTable implements RawTable<BenchmarkResult> {

    private static final List<String> METRICS =
            List.of(
                    "throughput_items_per_second",
                    "latency_mean_ms",
                    "latency_p50_ms",
                    "latency_p90_ms",
                    "latency_p95_ms",
                    "latency_p99_ms",
                    "memory_peak_mb",
                    "layers_npu",
                    "layers_gpu",
                    "layers_cpu");

    private final MeasurementColumns measured;
    private final Table<ResultRow<BenchmarkResult>> table;

    BenchmarkTable(Catalog catalog) {
        measured = new MeasurementColumns(METRICS, catalog);
        table =
                new Columns<ResultRow<BenchmarkResult>>()
                        .with(EventColumns.head(), row -> row.result().envelope())
                        .with(SubjectColumns.identity(), row -> row.result().subject())
                        .with(MeasurementColumns.<BenchmarkResult>outcome(), row -> row)
                        .with(measured.<BenchmarkResult>own(), row -> row)
                        .text("evidence", row -> row.result().evidence().wireName())
                        .with(EventColumns.labels(), row -> row.result().envelope())
                        .text("failure_message", row -> row.result().outcome().message())
                        .with(protocol(), row -> row.result().protocol())
                        .flag("protocol_given", row -> row.result().protocol() != null)
                        .with(accuracy(), row -> row.result().accuracy())
                        .numbers("raw_latencies_ms", row -> latencies(row.result()))
                        .with(measured.<BenchmarkResult>shared(), row -> row)
                        .with(SubjectColumns.description(), row -> row.result().subject())
                        .with(EventColumns.source(), row -> row.result().envelope())
                        .with(EventColumns.place(), ResultRow::raw)
                        .of("benchmark_results");
    }

    private static List<Column<BenchmarkResult.Protocol>> protocol() {
        return new Columns<BenchmarkResult.Protocol>()
                .text("item_unit", BenchmarkResult.Protocol::itemUnit)
                .integer("iterations", BenchmarkResult.Protocol::iterations)
                .integer("warmup", BenchmarkResult.Protocol::warmup)
                .number("duration_ms", BenchmarkResult.Protocol::durationMs)
                .list();
    }

    private static List<Column<BenchmarkResult.Accuracy>> accuracy() {
        return new Columns<BenchmarkResult.Accuracy>()
                .text("accuracy_metric", BenchmarkResult.Accuracy::metric)
                .number("accuracy_value", BenchmarkResult.Accuracy::value)
                .number("accuracy_reference", BenchmarkResult.Accuracy::reference)
                .list();
    }

    private static double[] latencies(BenchmarkResult result) {
        var latencies = result.rawLatenciesMs();
        return latencies.isEmpty()
                ? null
                : latencies.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Class<BenchmarkResult> type() {
        return BenchmarkResult.class;
    }

    @Override
    public Table<?> table() {
        return table;
    }

    @Override
    public void append(DuckDbFile file, Collection<RawRow<BenchmarkResult>> rows)
            throws SQLException {
        table.append(file, rows.stream().map(ResultRow::of).toList());
    }

    @Override
    public BenchmarkResult read(Row row) throws SQLException {
        return new BenchmarkResult(
                EventColumns.envelope(row),
                SubjectColumns.subject(row),
                MeasurementColumns.outcome(row),
                measured.measurements(row),
                Evidence.of(row.text("evidence")),
                row.flag("protocol_given") ? readProtocol(row) : null,
                readAccuracy(row).orElse(null),
                row.list("raw_latencies_ms").stream().map(Double.class::cast).toList());
    }

    private static BenchmarkResult.Protocol readProtocol(Row row) throws SQLException {
        return new BenchmarkResult.Protocol(
                row.integer("iterations"),
                row.integer("warmup"),
                row.number("duration_ms"),
                row.text("item_unit"));
    }

    private static Optional<BenchmarkResult.Accuracy> readAccuracy(Row row) throws SQLException {
        var value = row.number("accuracy_value");
        return value == null
                ? Optional.empty()
                : Optional.of(
                        new BenchmarkResult.Accuracy(
                                row.text("accuracy_metric"),
                                value,
                                row.number("accuracy_reference")));
    }
}
