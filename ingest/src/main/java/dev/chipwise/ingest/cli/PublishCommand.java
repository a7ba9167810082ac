package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.CiPublisher;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.SpoolingPublisher;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes the results in files. Running it again publishes nothing twice. */
@Command(
        name = "publish",
        description = "Publishes results from files, folders or standard input.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all accepted, or safe in the spool",
            "2:wrong usage",
            "4:some rejected, the rest published; or no record at all",
            "5:broker or gateway not reachable, or the spool full or in use; safe to run again"
        })
final class PublishCommand implements Callable<Integer> {

    @Mixin private ImportOptions options;

    @Mixin private GatewayOption gateway;

    @Mixin private SpoolOption spool;

    @Mixin private ReportOptions reports;

    @Option(names = "--dry-run", description = "Read and check everything, publish nothing.")
    private boolean dryRun;

    @Option(
            names = "--no-ci",
            description =
                    "Do not say of the results which CI run or checkout they are published from.")
    private boolean withoutCi;

    @Option(names = "--wait", description = "Return when all of it is scored and queryable.")
    private boolean waits;

    @Option(
            names = "--wait-timeout",
            paramLabel = "DURATION",
            defaultValue = "PT2M",
            description = "How long --wait waits (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    @Spec private CommandSpec spec;

    private final Neighbours neighbours;

    private SpoolingPublisher spooling;

    PublishCommand(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Integer call() throws IOException {
        check();
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var imports = new FileImport(neighbours, err);
        var accepting = dryRun ? ValidateCommand.VALID : "accepted";
        var report = imports.run(options, this::publisher, accepting);
        report.printRejections(err);
        out.println(report.summary(accepting));
        if (spooling != null) {
            spool.report(spooling, neighbours.console().quiet().getAsBoolean(), err);
        }
        reports.write(report, accepting, neighbours.workplace(), err);
        if (report.failure() != null) {
            err.println(report.failure().getMessage());
            var what = gateway.isGiven() ? "gateway" : "broker";
            err.println("run it again when the " + what + " is back; nothing is counted twice");
            return ExitCodes.NOT_REACHABLE;
        }
        if (waits && !isQueryable(report, err)) {
            return ExitCodes.NOT_REACHABLE;
        }
        return ExitCodes.of(report);
    }

    /** Fails before anything is read where what is asked for cannot be had. */
    private void check() {
        if (dryRun && waits) {
            throw options.wrong("--dry-run publishes nothing to --wait for");
        }
        if (gateway.isGiven() && waits) {
            throw options.wrong("--wait asks the broker itself; it does not go with --gateway");
        }
        if (waits) {
            neighbours.waiting().requirePossible();
        }
        reports.check();
    }

    private Publisher publisher() {
        var publishers = neighbours.publishers();
        if (dryRun) {
            return publishers.dry();
        }
        var publisher = spool.isGiven() ? spooling(publishers) : gateway.target(publishers);
        return withoutCi ? publisher : withCi(publisher);
    }

    private Publisher spooling(Publishers publishers) {
        spooling = spool.open(publishers, () -> gateway.target(publishers));
        return spooling;
    }

    private Publisher withCi(Publisher publisher) {
        return neighbours
                .workplace()
                .run()
                .<Publisher>map(run -> new CiPublisher(publisher, run.ci()))
                .orElse(publisher);
    }

    private boolean isQueryable(ImportReport report, PrintWriter err) {
        if (report.spooled() > 0) {
            err.println("what is spooled is not published, so there is nothing to --wait for");
            return false;
        }
        var offsets = report.positions().lastOffsets();
        boolean queryable = neighbours.waiting().await(offsets, patience);
        if (!queryable) {
            err.println(
                    "published, but not queryable within "
                            + patience
                            + "; do scorer, snapshotter and sink run? See 'chipwise doctor'");
        }
        return queryable;
    }
}
