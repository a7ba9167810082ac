package dev.chipwise.ingest.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code chipwise-publish} command: the publishing commands of {@code chipwise} alone, for
 * machines that measure and for CI. It has no broker, no store and no gateway of its own.
 */
@Command(
        name = "chipwise-publish",
        mixinStandardHelpOptions = true,
        versionProvider = PublishVersion.class,
        description = "Publishes benchmark and battery results through a gateway or to Kafka.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ok",
            "1:software error",
            "2:wrong usage",
            "4:some input was invalid; the rest was published",
            "5:broker or gateway not reachable; safe to retry"
        })
public final class ChipwisePublish implements Runnable {

    @Mixin private final ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = {"-o", "--output"},
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "How answers are printed: table, json, jsonl, csv, markdown.")
    private String output = "table";

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing on stderr but errors.")
    private boolean quiet;

    @Spec private CommandSpec spec;

    private ChipwisePublish() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.in, System.out, System.err, arguments));
    }

    /** Runs one command and returns its exit code. */
    static int run(
            Map<String, String> environment,
            InputStream in,
            PrintStream out,
            PrintStream err,
            String... arguments) {
        var root = new ChipwisePublish();
        var command = new CommandLine(root);
        var console =
                new Console(
                        in,
                        Clock.systemUTC(),
                        System.console() != null,
                        () -> root.quiet,
                        () -> root.output);
        IngestCommands.publishing(new PublishWiring(root.connection, environment).with(console))
                .forEach(each -> command.addSubcommand(each.getCommandName(), each));
        HelpOption.addTo(command);
        // Settings reach the subcommands that are there already, so they come last.
        command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new PublishFailures());
        try {
            command.setDefaultValueProvider(OptionDefaults.from(environment));
        } catch (IllegalArgumentException wrong) {
            return new PublishFailures().handleExecutionException(wrong, command, null);
        }
        return command.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name a command; see 'chipwise-publish --help'");
    }
}
