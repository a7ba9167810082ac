package dev.chipwise.snapshotter.cli;

import dev.chipwise.snapshotter.report.Report;
import dev.chipwise.snapshotter.report.Table;
import dev.chipwise.snapshotter.store.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Care of the store. */
@Command(name = "store", description = "Verify, copy, export, rebuild or restore the store.")
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
        return print(store.verify());
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

    @Command(
            description =
                    "Make the store anew from the topics, check it, and put it in the old file's"
                            + " place, which is kept. Nothing else may run on the data directory.")
    int rebuild(
            @Option(
                            names = "--shard",
                            defaultValue = "0/1",
                            paramLabel = "I/N",
                            description = "As the sink of this store has it (default: 0/1, all).")
                    String shard,
            @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun) {
        return print(store.rebuild(shard, dryRun));
    }

    @Command(
            description =
                    "Put the newest published copy in the place of the store file, which is kept;"
                            + " the sink continues from the copy's progress. Nothing else may run on"
                            + " the data directory.")
    int restore(@Option(names = "--dry-run", description = DRY_RUN) boolean dryRun) {
        return print(store.restore(dryRun));
    }

    private static final String DRY_RUN = "Make and check the new file, then remove it again.";

    private int print(StoreCare.Renewal made) {
        if (!made.findings().isEmpty()) {
            return print(made.findings());
        }
        out.accept(
                Table.of("store", "made_from", "old_file", "rows")
                        .row(made.file(), made.source(), made.oldFile(), made.rows())
                        .build());
        return 0;
    }

    private int print(List<Finding> findings) {
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
}
