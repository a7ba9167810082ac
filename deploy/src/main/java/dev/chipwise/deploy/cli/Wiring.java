package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.cli.Console;
import dev.chipwise.ingest.cli.IngestCommands;
import dev.chipwise.ingest.cli.Neighbours;
import dev.chipwise.ingest.git.Workplace;
import dev.chipwise.ingest.kafka.KafkaVersionLog;
import dev.chipwise.ingest.publish.FreshEnvelopes;
import dev.chipwise.scorer.score.Scorer;
import dev.chipwise.snapshotter.cli.DiffCommand;
import dev.chipwise.snapshotter.cli.QueryCommand;
import dev.chipwise.snapshotter.cli.RecommendCommand;
import dev.chipwise.snapshotter.cli.ScoresCommand;
import dev.chipwise.snapshotter.cli.SnapshotCommand;
import dev.chipwise.snapshotter.cli.StoreCommand;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.SplittableRandom;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Gives every command its neighbours. Nothing is opened here: a command opens what it needs when it
 * runs.
 */
final class Wiring {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Wiring() {}

    static void addCommands(CommandLine root, Session session) {
        root.addSubcommand(new UpCommand(session)).addSubcommand(new DemoCommand(session));
        root.addSubcommand(new RunCommand(session)).addSubcommand(new TopicsCommand(session));
        IngestCommands.all(ingest(session))
                .forEach(command -> root.addSubcommand(command.getCommandName(), command));
        addQuestions(root, session);
        root.addSubcommand(new DoctorCommand(session)).addSubcommand(new BenchCommand(session));
        root.addSubcommand(new AutoComplete.GenerateCompletion());
    }

    private static void addQuestions(CommandLine root, Session session) {
        var catalog = session.catalog();
        var store = session.store();
        root.addSubcommand(new ScoresCommand(store, session::print))
                .addSubcommand(
                        new RecommendCommand(
                                store, new Scorer(catalog), catalog, session::print, session::say))
                .addSubcommand(
                        new CommandLine(new SnapshotCommand(store, session::print))
                                .addSubcommand(new DiffCommand(store, catalog, session::print)))
                .addSubcommand(new QueryCommand(store, session::print))
                .addSubcommand(new StoreCommand(session.store(), session::print));
    }

    private static Neighbours ingest(Session session) {
        var console =
                new Console(
                        System.in,
                        session.clock(),
                        System.console() != null,
                        () -> session.options().quiet(),
                        () -> session.options().output().name());
        return new Neighbours(
                new Formats(session.catalog()),
                session.publishers(),
                () -> new KafkaVersionLog(session.cluster(), session.topics(), PATIENCE),
                session::tokens,
                new Settlement(session),
                new FreshEnvelopes(
                        new SplittableRandom(new SecureRandom().nextLong()), session.clock()),
                new Workplace(session.options().environment(), Path.of("")),
                console);
    }
}
