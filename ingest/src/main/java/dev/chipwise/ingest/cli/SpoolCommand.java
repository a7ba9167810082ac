package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.SpoolingPublisher;
import dev.chipwise.ingest.publish.spool.SpoolStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what waits in a spool, and publishes it. */
@Command(name = "spool", description = "Shows and publishes what 'publish --spool' has kept.")
final class SpoolCommand implements Runnable {

    private static final List<String> COLUMNS =
            List.of("waiting", "bytes", "segments", "damaged_bytes", "set_aside", "in_use");

    @Spec private CommandSpec spec;

    private final Neighbours neighbours;

    SpoolCommand(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: " + spec.subcommands().keySet());
    }

    @Command(description = "Shows what waits in a spool; changes nothing and needs no broker.")
    int status(@Mixin SpoolOption option) {
        var status = status(option, "status");
        new Rows(COLUMNS, List.of(row(status))).print(neighbours.console(), spec.commandLine());
        return ExitCodes.OK;
    }

    @Command(
            description = "Publishes what waits in a spool, in order.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:nothing waits any more",
                "2:wrong usage",
                "4:some rejected and set aside, the rest published",
                "5:broker or gateway not reachable, or the spool in use; safe to run again"
            })
    int flush(@Mixin SpoolOption option, @Mixin GatewayOption gateway) {
        status(option, "flush");
        var publishers = neighbours.publishers();
        var publisher = option.open(publishers, () -> gateway.target(publishers));
        try (publisher) {
            publisher.flush();
        }
        var command = spec.commandLine();
        option.report(publisher, true, command.getErr());
        command.getOut()
                .println(
                        publisher.acceptedLater()
                                + " accepted, "
                                + publisher.refusedLater()
                                + " rejected, "
                                + publisher.waiting()
                                + " spooled");
        return exitCode(publisher);
    }

    private static int exitCode(SpoolingPublisher publisher) {
        if (publisher.waiting() > 0) {
            return ExitCodes.NOT_REACHABLE;
        }
        return publisher.refusedLater() > 0 ? ExitCodes.INPUT_INVALID : ExitCodes.OK;
    }

    private SpoolStatus status(SpoolOption option, String word) {
        var directory = option.directory();
        return SpoolStatus.of(directory)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.subcommands().get(word),
                                        "there is no spool in "
                                                + directory
                                                + "; 'publish --spool' makes one"));
    }

    private static Map<String, Object> row(SpoolStatus status) {
        var row = new LinkedHashMap<String, Object>();
        row.put("waiting", status.waiting());
        row.put("bytes", status.bytes());
        row.put("segments", status.segments());
        row.put("damaged_bytes", status.damagedBytes());
        row.put("set_aside", status.setAside());
        row.put("in_use", status.inUse());
        return row;
    }
}
