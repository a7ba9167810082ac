package dev.chipwise.deploy.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * One stage against a cluster, until it is stopped; run as many instances of a topology as there
 * are partitions.
 */
@Command(name = "run", description = "Run one stage against your cluster.")
final class RunCommand {

    private final Session session;

    RunCommand(Session session) {
        this.session = session;
    }

    @Command(description = "Results in over HTTP, onto the topics of your cluster.")
    int gateway(
            @Mixin GatewayOptions options,
            @Option(names = "--port", defaultValue = "0", description = PORT) int port)
            throws InterruptedException {
        return run(Machine.sharing(session, port, launch -> launch.gateway(options.settings())));
    }

    @Command(description = "Results in, scores and recommendations out.")
    int scorer(
            @Option(
                            names = "--instance",
                            defaultValue = "0",
                            paramLabel = "NAME",
                            description = INSTANCE)
                    String instance,
            @Option(names = "--port", defaultValue = "0", description = PORT) int port)
            throws InterruptedException {
        return run(Machine.sharing(session, port, launch -> launch.scorer(instance)));
    }

    @Command(description = "Scores in, compatibility snapshots and changes out.")
    int snapshotter(
            @Option(
                            names = "--instance",
                            defaultValue = "0",
                            paramLabel = "NAME",
                            description = INSTANCE)
                    String instance,
            @Option(names = "--port", defaultValue = "0", description = PORT) int port)
            throws InterruptedException {
        return run(Machine.sharing(session, port, launch -> launch.snapshotter(instance)));
    }

    @Command(description = "Every topic into the DuckDB file of the data directory, exactly once.")
    int sink(
            @Option(
                            names = "--shard",
                            defaultValue = "0/1",
                            paramLabel = "I/N",
                            description = SHARD)
                    String shard,
            @Option(names = "--port", defaultValue = "0", description = PORT) int port)
            throws InterruptedException {
        return run(Machine.sink(session, port, launch -> launch.sink(shard)));
    }

    private static final String INSTANCE =
            "Name that this instance keeps and no other has (default: 0).";
    private static final String PORT = "For /livez, /readyz and /metrics (default: any free one).";
    private static final String SHARD = "Only partitions p with p %% N = I (default: 0/1, all).";

    private int run(Machine started) throws InterruptedException {
        try (var stage = started) {
            session.say(
                    "running; health at http://127.0.0.1:"
                            + stage.opsPort()
                            + "/readyz; stop it with Ctrl-C");
            return session.ended(stage.awaitEnd());
        }
    }
}
