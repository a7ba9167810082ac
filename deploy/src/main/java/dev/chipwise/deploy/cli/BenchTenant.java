package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.Commits;
import dev.chipwise.deploy.bench.kafka.CommitTimes;
import dev.chipwise.deploy.bench.kafka.RawTopics;
import dev.chipwise.deploy.bench.kafka.RunningPipeline;
import dev.chipwise.deploy.broker.BrokerProcess;
import dev.chipwise.deploy.ops.StageMetrics;
import dev.chipwise.ingest.kafka.KafkaPublisher;
import dev.chipwise.ingest.kafka.PublisherSettings;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.Layout;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.kafka.SinkConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Topics, state and store of its own, on the broker that all of a bench share. */
record BenchTenant(Session session, Cluster cluster, MachineUse use, String prefix) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Threads of the bench itself, which the stages are not charged with. */
    private static final Pattern OWN = Pattern.compile("main|.*chipwise-bench.*");

    private static final Pattern BOARDS =
            Pattern.compile("^chipwise_boards_scored_total (\\S+)$", Pattern.MULTILINE);

    /**
     * A tenant whose topics are there.
     *
     * @param name that no other one of this bench has
     */
    static BenchTenant of(Session caller, BrokerProcess broker, Path directory, String name) {
        var prefix = "bench-" + name + ".";
        var options =
                CommandLine.populateCommand(
                        new GlobalOptions(Map.of()),
                        "--data-dir",
                        directory.resolve(name).toString(),
                        "--topic-prefix",
                        prefix);
        var session = new Session(options, caller.clock(), System.err, System.err);
        var tenant =
                new BenchTenant(
                        session,
                        Cluster.at(broker.bootstrapServers()),
                        MachineUse.ofThisProcess().and(broker.pid()),
                        prefix);
        tenant.createTopics();
        return tenant;
    }

    private void createTopics() {
        var all = new ArrayList<Topic<?, ?>>(session.allTopics());
        all.addAll(RawTopics.of(topics()).all());
        try (var admin = new ClusterAdmin(cluster, PATIENCE)) {
            admin.topics().apply(all, Layout.EMBEDDED);
        }
    }

    Topics topics() {
        return session.topics();
    }

    Path state() {
        return session.dataDirectory().state();
    }

    /** Where the scorer keeps its state. */
    Path scorerState() {
        return state().resolve(topics().applicationId(Stage.SCORER.word()));
    }

    Path file(String name) {
        return session.dataDirectory().newStoreFile().resolveSibling(name);
    }

    /** Starts every stage, and returns when all of them do their work. */
    RunningBench start() {
        var metrics = new StageMetrics();
        var commits = new Commits();
        var stages = new RunningStages();
        var running = new RunningBench(stages, metrics, pipeline(stages, commits, metrics));
        var started = false;
        try {
            var launch = new Launch(session, cluster, metrics);
            stages.add(sink(commits));
            stages.add(launch.snapshotter("0"));
            stages.add(launch.scorer("0"));
            awaitReady(stages);
            started = true;
            return running;
        } finally {
            if (!started) {
                running.close();
            }
        }
    }

    private SinkStage sink(Commits commits) {
        return SinkStage.start(
                SinkConfig.of(cluster, topics()),
                session.dataDirectory().newStoreFile(),
                session.catalog(),
                new CommitTimes(commits, System::nanoTime),
                session.clock());
    }

    private RunningPipeline pipeline(RunningStages stages, Commits commits, StageMetrics metrics) {
        return new RunningPipeline(
                cluster,
                topics(),
                commits,
                System::nanoTime,
                new RunningPipeline.Use(
                        use::processorNanos,
                        () -> use.allocatedBytes(name -> !OWN.matcher(name).matches()),
                        () -> boardsScored(metrics)),
                () -> refuse(stages.firstFailure()));
    }

    private static long boardsScored(StageMetrics metrics) {
        var found = BOARDS.matcher(metrics.scrape());
        return found.find() ? (long) Double.parseDouble(found.group(1)) : 0;
    }

    /** Connects one more publisher. */
    Publisher publisher() {
        var rules = Admission.byRules(new ResultValidator(session.catalog()), session.clock());
        return KafkaPublisher.to(cluster, topics(), rules, PublisherSettings.DEFAULT);
    }

    private static void awaitReady(RunningStages stages) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!stages.notReady().isEmpty()) {
            refuse(stages.firstFailure());
            if (System.nanoTime() > deadline) {
                refuse(stages.notReady() + " after " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private static void refuse(String failure) {
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
    }

    /** All stages of one tenant, until closed. */
    record RunningBench(RunningStages stages, StageMetrics metrics, RunningPipeline pipeline)
            implements AutoCloseable {

        @Override
        public void close() {
            stages.close();
            metrics.close();
        }
    }
}
