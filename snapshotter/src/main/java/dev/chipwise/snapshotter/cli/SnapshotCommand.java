package dev.chipwise.snapshotter.cli;

import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.snapshotter.report.Report;
import dev.chipwise.snapshotter.report.SnapshotReport;
import dev.chipwise.snapshotter.report.Table;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists and shows compatibility snapshots; {@code diff} is a command of its own. */
@Command(name = "snapshot", description = "List, show or compare compatibility snapshots.")
public final class SnapshotCommand {

    private final StoreAccess store;
    private final Consumer<Report> out;

    public SnapshotCommand(StoreAccess store, Consumer<Report> out) {
        this.store = store;
        this.out = out;
    }

    @Command(description = "Every version that has a snapshot.")
    int list(
            @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Only this model.")
                    String model) {
        try (var queries = store.queries()) {
            if (model != null && queries.snapshots(model).isEmpty()) {
                throw new NothingFound(
                        "no snapshot of '"
                                + model
                                + "'; there are models "
                                + Boards.some(queries.models()));
            }
            var table =
                    Table.of(
                            "model",
                            "version",
                            "revision",
                            "hardware",
                            "entries",
                            "as_of",
                            "content_hash");
            (model == null ? queries.models() : List.of(model))
                    .forEach(name -> queries.snapshots(name).forEach(found -> add(table, found)));
            out.accept(table.build());
            return 0;
        }
    }

    @Command(description = "What one version can run on, and how well.")
    int show(
            @Parameters(paramLabel = "MODEL", description = "The model's name.") String model,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "VERSION",
                            description = "Default: the newest.")
                    String version) {
        try (var queries = store.queries()) {
            var key = new Boards(queries).version(model, version);
            var snapshot =
                    queries.snapshot(key)
                            .orElseThrow(
                                    () ->
                                            new NothingFound(
                                                    "no snapshot of "
                                                            + model
                                                            + " "
                                                            + key.version()
                                                            + " yet"));
            out.accept(new SnapshotReport(snapshot));
            return 0;
        }
    }

    private static void add(Table.Builder table, CompatibilitySnapshot snapshot) {
        table.row(
                snapshot.key().model(),
                snapshot.key().version(),
                snapshot.revision(),
                snapshot.entries().stream().map(entry -> entry.hardware().id()).distinct().count(),
                snapshot.entries().size(),
                snapshot.asOf(),
                snapshot.contentHash());
    }
}
