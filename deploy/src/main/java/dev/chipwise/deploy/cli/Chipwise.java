package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.cli.HelpOption;
import dev.chipwise.ingest.cli.OptionDefaults;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code chipwise} command. */
@Command(
        name = "chipwise",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description =
                "Which hardware suits an ML model version best, for what you care about, and how"
                        + " sure that is.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ok",
            "1:software error",
            "2:wrong usage",
            "3:a gate failed",
            "4:some input was invalid; the rest was published",
            "5:broker, server or store not reachable; safe to retry",
            "6:nothing to compare or to answer from"
        })
public final class Chipwise implements Runnable {

    @Mixin private final GlobalOptions options;

    @Spec private CommandSpec spec;

    private Chipwise(GlobalOptions options) {
        this.options = options;
    }

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), Clock.systemUTC(), System.out, System.err, arguments));
    }

    /**
     * Runs one command and returns its exit code; answers go to {@code out}, all else to {@code
     * err}.
     */
    static int run(
            Map<String, String> environment,
            Clock clock,
            PrintStream out,
            PrintStream err,
            String... arguments) {
        var options = new GlobalOptions(environment);
        var session = new Session(options, clock, out, err);
        var command = new CommandLine(new Chipwise(options));
        Wiring.addCommands(command, session);
        HelpOption.addTo(command);
        // Settings reach the subcommands that are there already, so they come last.
        command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureMessages());
        try {
            command.setDefaultValueProvider(OptionDefaults.from(environment));
        } catch (IllegalArgumentException wrong) {
            return new FailureMessages().handleExecutionException(wrong, command, null);
        }
        return command.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command; see 'chipwise --help'");
    }
}
