package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.Commits;
import dev.chipwise.deploy.bench.kafka.CommitTimes;
import dev.chipwise.deploy.bench.kafka.RunningPipeline;
import dev.chipwise.deploy.broker.BrokerProcess;
import dev.chipwise.deploy.ops.StageMetrics;
import dev.chipwise.ingest.kafka.KafkaPublisher;
import dev.chipwise.ingest.kafka.PublisherSettings;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.kafka.SinkConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;

/** One repeat's own topics, state and store, on the broker that all repeats share. */
record BenchTenant(Session session, Cluster cluster, MachineUse use) {

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    static BenchTenant of(Session caller, BrokerProcess broker, Path directory, int repeat) {
        var options =
                CommandLine.populateCommand(
                        new GlobalOptions(Map.of()),
                        "--data-dir",
                        directory.resolve("repeat-" + repeat).toString(),
                        "--topic-prefix",
                        "bench-" + repeat + ".");
        var session = new Session(options, caller.clock(), System.err, System.err);
        return new BenchTenant(
                session,
                Cluster.at(broker.bootstrapServers()),
                MachineUse.ofThisProcess().and(broker.pid()));
    }

    Topics topics() {
        return session.topics();
    }

    Path state() {
        return session.dataDirectory().state();
    }

    Path file(String name) {
        return session.dataDirectory().newStoreFile().resolveSibling(name);
    }

    /** Starts every stage, and returns when all of them do their work. */
    RunningBench start(Duration patience) {
        var metrics = new StageMetrics();
        var commits = new Commits();
        var stages = new RunningStages();
        var running = new RunningBench(stages, metrics, pipeline(stages, commits));
        var started = false;
        try {
            var launch = new Launch(session, cluster, metrics);
            stages.add(sink(commits));
            stages.add(launch.snapshotter("0"));
            stages.add(launch.scorer("0"));
            awaitReady(stages, patience);
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

    private RunningPipeline pipeline(RunningStages stages, Commits commits) {
        return new RunningPipeline(
                cluster,
                topics(),
                this::publisher,
                commits,
                System::nanoTime,
                use::processorNanos,
                () -> refuse(stages.firstFailure()));
    }

    private Publisher publisher() {
        var rules = Admission.byRules(new ResultValidator(session.catalog()), session.clock());
        return KafkaPublisher.to(cluster, topics(), rules, PublisherSettings.DEFAULT);
    }

    private static void awaitReady(RunningStages stages, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!stages.notReady().isEmpty()) {
            refuse(stages.firstFailure());
            if (System.nanoTime() > deadline) {
                refuse(stages.notReady() + " after " + patience);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private static void refuse(String failure) {
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
    }

    /** The stages of one repeat, until closed. */
    record RunningBench(RunningStages stages, StageMetrics metrics, RunningPipeline pipeline)
            implements AutoCloseable {

        @Override
        public void close() {
            stages.close();
            metrics.close();
        }
    }
}
