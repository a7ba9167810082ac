package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.BenchReport;
import dev.chipwise.deploy.bench.Circumstances;
import dev.chipwise.deploy.bench.Spread;
import dev.chipwise.snapshotter.report.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what this machine can do, in a directory of its own that is removed afterwards. */
@Command(
        name = "bench",
        description =
                "Measure events per second, the age of answers, restarts and growth on this"
                        + " machine, next to what each part can do alone. Uses a data directory of"
                        + " its own.")
final class BenchCommand implements Callable<Integer> {

    @Mixin private final BenchOptions options = new BenchOptions();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "Where the directory is made, so that its disk is measured"
                            + " (default: the system's temporary directory).")
    private Path dir = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "What an earlier bench printed as JSON, to show the ratios to it.")
    private Path earlier;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Where every reading is kept as JSON too, for --compare.")
    private Path saved;

    @Spec private CommandSpec spec;

    private final Session session;

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        var plan = options.plan();
        Map<String, Spread> before = earlier == null ? Map.of() : EarlierBench.read(earlier);
        var circumstances = circumstances();
        circumstances.lines().forEach(session::say);
        try (var scratch = ScratchDirectory.in(dir)) {
            var observations = new Bench(session, scratch.path(), plan).run();
            var report = new BenchReport(circumstances, observations, before);
            session.print(report);
            save(report);
        }
        return ExitCode.OK;
    }

    private void save(BenchReport report) {
        if (saved == null) {
            return;
        }
        try {
            Files.createDirectories(saved.toAbsolutePath().getParent());
            Files.writeString(saved, OutputFormat.json.render(report));
        } catch (IOException e) {
            throw new UsageException("cannot write " + saved + ": " + e.getMessage());
        }
    }

    private Circumstances circumstances() {
        var machine = MachineUse.ofThisProcess();
        return new Circumstances(
                words(),
                session.clock().instant(),
                Arrays.asList(new BuildVersion().getVersion()),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                machine.memoryMb(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** What to type to measure the same again. */
    private String words() {
        return "chipwise " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }
}
