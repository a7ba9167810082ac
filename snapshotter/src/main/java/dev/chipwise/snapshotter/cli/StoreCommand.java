package dev.chipwise.snapshotter.cli;

import dev.chipwise.snapshotter.report.Report;
import dev.chipwise.snapshotter.report.Table;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Care of the store. */
@Command(name = "store", description = "Verify, copy or export the store.")
public final class StoreCommand {

    private final StoreCare store;
    private final Consumer<Report> out;

    public StoreCommand(StoreCare store, Consumer<Report> out) {
        this.store = store;
        this.out = out;
    }

    @Command(
            description =
                    "Compare the store with the topics and with scores recomputed from its raw rows; exit 1 when "
                            + "anything differs.")
    int verify() {
        var findings = store.verify();
        var table = Table.of("invariant", "table", "key", "detail");
        findings.forEach(
                found ->
                        table.row(
                                found.invariant().name(),
                                found.table(),
                                found.key(),
                                found.detail()));
        out.accept(table.build());
        return findings.isEmpty() ? 0 : 1;
    }

    @Command(description = "Make a copy that notebooks may open; prints where it is.")
    int copy() {
        out.accept(Table.of("copy").row(store.copy()).build());
        return 0;
    }

    @Command(description = "Write every table as a Parquet file into a directory.")
    int export(
            @Parameters(paramLabel = "DIR", description = "Made when it is not there.")
                    Path directory) {
        var table = Table.of("file");
        store.export(directory).forEach(table::row);
        out.accept(table.build());
        return 0;
    }
}
