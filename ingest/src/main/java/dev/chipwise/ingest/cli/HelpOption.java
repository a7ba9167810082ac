package dev.chipwise.ingest.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Makes every command tell how it is used, when it is asked. */
public final class HelpOption {

    private HelpOption() {}

    /** Adds it to a command and to all below it, where it is not there yet. */
    public static void addTo(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(
                            OptionSpec.builder("-h", "--help")
                                    .usageHelp(true)
                                    .description("Show this help and exit.")
                                    .build());
        }
        command.getSubcommands().values().forEach(HelpOption::addTo);
    }
}
