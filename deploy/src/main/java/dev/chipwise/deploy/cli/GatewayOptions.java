package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.http.GatewaySettings;
import dev.chipwise.ingest.http.Limits;
import dev.chipwise.ingest.http.ListenAddress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where and how the HTTP gateway listens. */
final class GatewayOptions {

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            description =
                    "Where the gateway takes results (default: 127.0.0.1:8484, or any free port"
                            + " where that is taken). Other hosts need tokens.")
    private String listen;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Certificate and chain of the gateway, in PEM.")
    private Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "Private key of --tls-cert, in PEM.")
    private Path key;

    @Option(
            names = "--require-token",
            description = "Want a token on the loopback address too, as behind a proxy.")
    private boolean requiresToken;

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "Requests per second of one token, on the average (default: 50).")
    private int perSecond = Limits.DEFAULT.requestsPerSecond();

    GatewaySettings settings() {
        return new GatewaySettings(
                listen == null ? ListenAddress.USUAL : ListenAddress.parse(listen),
                requiresToken,
                Optional.ofNullable(certificate),
                Optional.ofNullable(key),
                Limits.DEFAULT.withRequestsPerSecond(perSecond));
    }
}
