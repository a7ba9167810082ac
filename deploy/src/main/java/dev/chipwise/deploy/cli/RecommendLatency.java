package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.Delays;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.scorer.score.Scorer;
import dev.chipwise.snapshotter.cli.RecommendCommand;
import dev.chipwise.snapshotter.cli.StoreAccess;
import dev.chipwise.snapshotter.duckdb.DuckDbSettings;
import dev.chipwise.snapshotter.duckdb.ReadOnlyCopy;
import dev.chipwise.snapshotter.report.OutputFormat;
import dev.chipwise.snapshotter.report.Table;
import dev.chipwise.snapshotter.store.Queries;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * How long the command {@code recommend} takes within its process, from the words of its line to
 * the rendered answer, with the store opened anew each time. The start of a JVM is not in it.
 */
record RecommendLatency(Path store, Catalog catalog) {

    /** One call for each of these models, after as many that are not measured. */
    Delays of(List<String> models) {
        models.forEach(this::nanos);
        var delays = new Delays();
        models.forEach(model -> delays.add(nanos(model)));
        return delays;
    }

    private long nanos(String model) {
        long start = System.nanoTime();
        var answer = new StringBuilder();
        var command =
                new RecommendCommand(
                        access(),
                        new Scorer(catalog),
                        catalog,
                        report -> answer.append(OutputFormat.table.render(report)),
                        hint -> {});
        int code = new CommandLine(command).execute(model);
        if (code != ExitCode.OK || answer.isEmpty()) {
            throw new IllegalStateException("recommend gave no answer about " + model);
        }
        return System.nanoTime() - start;
    }

    private StoreAccess access() {
        return new StoreAccess() {
            @Override
            public Queries queries() {
                return ReadOnlyCopy.queries(store, DuckDbSettings.DEFAULT, catalog);
            }

            @Override
            public Table sql(String statement, int mostRows) {
                throw new UnsupportedOperationException("recommend asks no SQL of its own");
            }
        };
    }
}
