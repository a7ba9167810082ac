package dev.chipwise.deploy.cli;

import dev.chipwise.scorer.score.Scorer;
import dev.chipwise.snapshotter.cli.RecommendCommand;
import dev.chipwise.snapshotter.cli.StoreAccess;
import dev.chipwise.snapshotter.duckdb.DuckDbSettings;
import dev.chipwise.snapshotter.duckdb.ReadOnlyCopy;
import dev.chipwise.snapshotter.report.OutputFormat;
import dev.chipwise.snapshotter.report.Report;
import dev.chipwise.snapshotter.report.Table;
import dev.chipwise.snapshotter.store.Queries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The command {@code recommend}, asked many times about one copy of the store. */
final class Recommendations implements StoreAccess, AutoCloseable {

    private final Session session;
    private final ReadOnlyCopy copy;

    Recommendations(Session session) {
        this.session = session;
        copy = ReadOnlyCopy.open(session.store().copy(), DuckDbSettings.DEFAULT, session.catalog());
    }

    /**
     * The answer in JSON for the fastest hardware of one model, precision, test case and runtime.
     */
    String ask(Map<String, String> row) {
        var said = new ArrayList<Report>();
        var command =
                new RecommendCommand(
                        this,
                        new Scorer(session.catalog()),
                        session.catalog(),
                        said::add,
                        hint -> {});
        int code =
                new CommandLine(command)
                        .execute(
                                row.get("model"),
                                "--model-version",
                                row.get("release"),
                                "--weights",
                                "latency=1",
                                "--precision",
                                row.get("precision"),
                                "--test-case",
                                row.get("component"),
                                "--runtime",
                                row.get("runtime"));
        if (code != 0) {
            throw new AssertionError("recommend ended with " + code + " for " + row);
        }
        return OutputFormat.json.render(said.get(0));
    }

    @Override
    public Queries queries() {
        return copy.queries();
    }

    @Override
    public Table sql(String statement, int mostRows) {
        return new Table(List.of(), List.of());
    }

    @Override
    public void close() {
        copy.close();
    }
}
