package dev.chipwise.deploy.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything on one machine, until it is stopped. */
@Command(
        name = "up",
        description =
                "Run everything on this machine: broker, gateway, scorer, snapshotter and sink; with --bootstrap-server, "
                        + "your cluster instead of the broker.")
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "For /livez, /readyz and /metrics (default: any free one).")
    private int port;

    @Mixin private GatewayOptions gateway;

    private final Session session;

    UpCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var machine = Machine.start(session, port, Optional.of(gateway.settings()))) {
            session.say("chipwise is up on " + session.dataDirectory().root());
            session.say("  broker   " + machine.bootstrapServers());
            session.say(
                    "  health   http://127.0.0.1:"
                            + machine.opsPort()
                            + "/readyz, metrics at /metrics");
            session.say("stop it with Ctrl-C");
            return session.ended(machine.awaitEnd());
        }
    }
}
