package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.git.Workplace;
import dev.chipwise.ingest.http.TokenFile;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.FreshEnvelopes;
import dev.chipwise.ingest.publish.InMemoryPublisher;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.ingest.publish.RetryPause;
import dev.chipwise.ingest.publish.SpoolingPublisher;
import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.ResultValidator;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Runs commands as a shell would, in front of publishers that keep what they get. */
final class CommandRun implements Publishers {

    private final Catalog catalog = Catalog.shipped();
    private final Admission rules =
            Admission.byRules(new ResultValidator(catalog), ResultSamples.CLOCK);
    private final InMemoryPublisher broker = InMemoryPublisher.keeping(rules);
    private final Root root = new Root();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<SortedMap<String, SortedMap<Integer, Long>>> waits = new ArrayList<>();
    private Publisher publisher = broker;
    private boolean queryable = true;
    private String standardInput = "";
    private String gateway = "";
    private Path tokens = Path.of("none");
    private Map<String, String> environment = Map.of();
    private Path directory = Path.of("/");

    CommandRun standardInput(String text) {
        standardInput = text;
        return this;
    }

    CommandRun broker(Publisher other) {
        publisher = other;
        return this;
    }

    /** Back to the broker that keeps what it gets. */
    CommandRun online() {
        return broker(broker);
    }

    CommandRun tokens(Path file) {
        tokens = file;
        return this;
    }

    /** Where the commands to come run; without it in no checkout and no CI run. */
    CommandRun at(Path where, Map<String, String> variables) {
        directory = where;
        environment = variables;
        return this;
    }

    CommandRun neverQueryable() {
        queryable = false;
        return this;
    }

    /** The exit code. */
    int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var commandLine = new CommandLine(root);
        IngestCommands.all(neighbours()).forEach(commandLine::addSubcommand);
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** What was published by all runs. */
    List<Event> published() {
        return broker.accepted();
    }

    /** Which gateway a run published through, and with which token. */
    String gateway() {
        return gateway;
    }

    List<SortedMap<String, SortedMap<Integer, Long>>> waits() {
        return waits;
    }

    @Override
    public Publisher connected() {
        return publisher;
    }

    @Override
    public Publisher through(String url, Optional<String> token) {
        gateway = url + " with " + token.orElse("no token");
        return publisher;
    }

    @Override
    public SpoolingPublisher spooling(Spool spool, Supplier<Publisher> target) {
        var pause = new RetryPause(Duration.ofHours(1), System::nanoTime);
        return new SpoolingPublisher(spool, target, rules, pause);
    }

    @Override
    public Publisher dry() {
        return InMemoryPublisher.forgetting(rules);
    }

    private Neighbours neighbours() {
        return new Neighbours(
                new Formats(catalog),
                this,
                () -> this::versions,
                () -> new TokenFile(tokens),
                this::await,
                new FreshEnvelopes(new Random(1), ResultSamples.CLOCK),
                new Workplace(environment, directory),
                new Console(
                        new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                        ResultSamples.CLOCK,
                        false,
                        () -> root.quiet,
                        () -> root.output));
    }

    private List<ModelVersion> versions() {
        return published().stream()
                .filter(ModelVersion.class::isInstance)
                .map(ModelVersion.class::cast)
                .toList();
    }

    private boolean await(
            SortedMap<String, SortedMap<Integer, Long>> lastOffsets, Duration patience) {
        waits.add(lastOffsets);
        return queryable;
    }

    /** Has the global options that the real root command hands down. */
    @Command(name = "chipwise")
    private static final class Root {

        @Option(names = "--quiet", scope = ScopeType.INHERIT)
        private boolean quiet;

        @Option(names = "--output", scope = ScopeType.INHERIT)
        private String output = "table";
    }
}
