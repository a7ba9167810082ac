package dev.chipwise.ingest.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Every command of this module, ready to be added to the root command. */
public final class IngestCommands {

    private IngestCommands() {}

    public static List<CommandLine> all(Neighbours neighbours) {
        var all = new ArrayList<>(publishing(neighbours));
        all.add(new CommandLine(new TokenCommand(neighbours)));
        return all;
    }

    /** Those of a machine that publishes and keeps no gateway. */
    static List<CommandLine> publishing(Neighbours neighbours) {
        var version =
                new CommandLine(new VersionCommand())
                        .addSubcommand(new VersionAddCommand(neighbours))
                        .addSubcommand(new VersionTagCommand(neighbours))
                        .addSubcommand(new VersionListCommand(neighbours));
        return List.of(
                new CommandLine(new PublishCommand(neighbours)),
                new CommandLine(new ValidateCommand(neighbours)),
                new CommandLine(new SpoolCommand(neighbours)),
                version,
                new CommandLine(new FormatsCommand(neighbours)));
    }
}
