package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which gateway to publish through, where it is not straight to the broker. */
final class GatewayOption {

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description =
                    "Publish through this HTTP gateway, like http://127.0.0.1:8484; needs no"
                            + " broker.")
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the bearer token for --gateway.")
    private Path tokenFile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean isGiven() {
        return url != null;
    }

    /** A publisher through the gateway, or to the cluster where none is given. */
    Publisher target(Publishers publishers) {
        return isGiven() ? publishers.through(url, token()) : publishers.connected();
    }

    /** The token, where there is a file with one. */
    private Optional<String> token() {
        if (tokenFile == null) {
            return Optional.empty();
        }
        try {
            var text = Files.readString(tokenFile).strip();
            if (text.matches("[\\x21-\\x7e]+")) {
                return Optional.of(text);
            }
        } catch (IOException e) {
            throw wrong("cannot be read (" + e.getMessage() + ")");
        }
        throw wrong("has no token; it holds one line as 'chipwise token create' prints it");
    }

    private ParameterException wrong(String what) {
        return new ParameterException(
                command.commandLine(), "--token-file " + tokenFile + " " + what);
    }
}
