package dev.chipwise.snapshotter.cli;

import dev.chipwise.snapshotter.report.Report;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person's own SQL, on a copy that cannot be changed. */
@Command(name = "query", description = "Run SQL on a read-only copy of the store.")
public final class QueryCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SQL",
            description = "One statement; see 'FROM duckdb_columns()' for what there is.")
    private String sql;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            description = "Most rows shown (default: ${DEFAULT-VALUE}).")
    private int maxRows = 100_000;

    private final StoreAccess store;
    private final Consumer<Report> out;

    public QueryCommand(StoreAccess store, Consumer<Report> out) {
        this.store = store;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (maxRows < 1) {
            throw new IllegalArgumentException("--max-rows " + maxRows + " is not 1 or more");
        }
        out.accept(store.sql(sql, maxRows));
        return 0;
    }
}
