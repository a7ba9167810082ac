package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.BenchReport;
import dev.chipwise.deploy.bench.Circumstances;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Rhythm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what this machine can do, in a directory of its own that is removed afterwards. */
@Command(
        name = "bench",
        description =
                "Measure events per second and the age of answers on this machine, next to what"
                        + " each part can do alone. Uses a data directory of its own.")
final class BenchCommand implements Callable<Integer> {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(15);

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Events per repeat (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--repeats",
            paramLabel = "R",
            defaultValue = "3",
            description = "How often everything is measured (default: ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description =
                    "Events per second while the age of answers is measured; 0 leaves that out"
                            + " (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "Where the directory is made, so that its disk is measured"
                            + " (default: the system's temporary directory).")
    private Path dir = Path.of(System.getProperty("java.io.tmpdir"));

    private final Session session;

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (events < 1 || repeats < 1 || rate < 0) {
            throw new UsageException(
                    "--events and --repeats must be at least 1, and --rate at least 0");
        }
        var circumstances = circumstances();
        circumstances.lines().forEach(session::say);
        var observations = new Observations();
        try (var scratch = ScratchDirectory.in(dir)) {
            var rhythm = new Rhythm(rate, WARM_UP, MEASURED);
            new Bench(session, scratch, events, rhythm).run(repeats, observations);
        }
        session.print(new BenchReport(circumstances, observations));
        return ExitCode.OK;
    }

    private Circumstances circumstances() {
        var machine = MachineUse.ofThisProcess();
        return new Circumstances(
                "chipwise bench --events " + events + " --repeats " + repeats + " --rate " + rate,
                session.clock().instant(),
                Arrays.asList(new BuildVersion().getVersion()),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                machine.memoryMb(),
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
