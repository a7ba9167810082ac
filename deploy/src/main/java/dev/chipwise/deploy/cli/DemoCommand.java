package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.cli.NotReachableException;
import dev.chipwise.ingest.fleet.FleetSettings;
import dev.chipwise.ingest.fleet.SampleFleet;
import dev.chipwise.ingest.publish.PublishCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything on one machine with a sample fleet, and what Chipwise makes of it. */
@Command(
        name = "demo",
        description =
                "Run everything, publish a sample fleet, and show what can be learnt from it.")
final class DemoCommand implements Callable<Integer> {

    /** Long past, so that the fleet is the same whenever the demo runs. */
    private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

    private static final long SEED = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(
            names = "--exit",
            description = "Stop after the tour, with exit code 0 when all of it went well.")
    private boolean exit;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "For /livez, /readyz and /metrics (default: any free one).")
    private int port;

    private final Session session;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        var running = RunningUp.find(session.dataDirectory());
        if (running.isPresent()) {
            session.say("using the chipwise that is up on " + session.dataDirectory().root());
            return tour();
        }
        try (var machine = Machine.start(session, port)) {
            session.say("chipwise is up on " + session.dataDirectory().root());
            int code = tour();
            if (!exit) {
                session.say("still up; stop it with Ctrl-C");
                return session.ended(machine.awaitEnd());
            }
            return code;
        }
    }

    private int tour() {
        var fleet = new SampleFleet(SEED, START, FleetSettings.demo(), session.catalog());
        var counts = publish(fleet);
        session.say(
                counts.accepted()
                        + " events of a sample fleet accepted, "
                        + counts.refused()
                        + " rejected;"
                        + " waiting until all of them are scored and queryable …");
        if (!new Settlement(session).await(PATIENCE)) {
            throw new NotReachableException(
                    "not everything is queryable after "
                            + PATIENCE.toMinutes()
                            + " minutes; look at 'chipwise doctor'");
        }
        boolean sound = new DemoTour(session, fleet.truth()).show();
        return sound && counts.refused() == 0 ? ExitCode.OK : ExitCode.SOFTWARE_ERROR;
    }

    private PublishCounts publish(SampleFleet fleet) {
        try (var publisher = session.publishers().connected()) {
            fleet.events().forEach(publisher::publish);
            publisher.flush();
            return publisher.counts();
        }
    }
}
