package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.http.Scope;
import dev.chipwise.ingest.http.Token;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the tokens of a gateway; a running one notices at once. */
@Command(name = "token", description = "Makes, lists and revokes tokens of the HTTP gateway.")
final class TokenCommand implements Runnable {

    @Spec private CommandSpec spec;

    private final Neighbours neighbours;

    TokenCommand(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: " + spec.subcommands().keySet());
    }

    @Command(description = "Makes a token and prints it; it is shown this once.")
    int create(
            @Parameters(paramLabel = "NAME", description = "What people call it.") String name,
            @Option(
                            names = "--scope",
                            split = ",",
                            defaultValue = "publish",
                            paramLabel = "SCOPE",
                            description =
                                    "What it allows: ${COMPLETION-CANDIDATES} (default: publish).")
                    List<Scope> scopes) {
        var console = neighbours.console();
        var text =
                neighbours
                        .tokens()
                        .get()
                        .create(
                                name,
                                EnumSet.copyOf(scopes),
                                console.clock().instant(),
                                new SecureRandom());
        if (!console.quiet().getAsBoolean()) {
            var said = "keep it now: only its hash is stored, and it is not shown again";
            spec.commandLine().getErr().println(said);
        }
        spec.commandLine().getOut().println(text);
        return ExitCodes.OK;
    }

    @Command(description = "Lists the tokens that count; never their text.")
    int list() {
        var rows = neighbours.tokens().get().list().stream().map(TokenCommand::row).toList();
        new Rows(List.of("id", "name", "scopes", "created"), rows)
                .print(neighbours.console(), spec.commandLine());
        return ExitCodes.OK;
    }

    @Command(description = "Takes a token back; requests with it are refused from now on.")
    int revoke(
            @Parameters(paramLabel = "ID", description = "As 'token list' shows it.") String id) {
        if (!neighbours.tokens().get().revoke(id)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no token " + id + "; see 'chipwise token list'");
        }
        spec.commandLine().getOut().println("revoked " + id);
        return ExitCodes.OK;
    }

    private static Map<String, Object> row(Token token) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", token.id());
        row.put("name", token.name());
        row.put(
                "scopes",
                token.scopes().stream().map(Scope::word).collect(Collectors.joining(" ")));
        row.put("created", token.created().toString());
        return row;
    }
}
