package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.CodecSpeed;
import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Rhythm;
import dev.chipwise.deploy.bench.StoreSpeed;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.deploy.bench.kafka.Freshness;
import dev.chipwise.deploy.bench.kafka.PassThrough;
import dev.chipwise.deploy.bench.kafka.RawConsumer;
import dev.chipwise.deploy.bench.kafka.RawProducer;
import dev.chipwise.deploy.bench.kafka.RawTopics;
import dev.chipwise.deploy.bench.kafka.Throughput;
import dev.chipwise.deploy.broker.BrokerProcess;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.Layout;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.snapshotter.duckdb.DuckDbSettings;
import dev.chipwise.snapshotter.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures everything once per repeat: first each part alone, then the pipeline. Every repeat has
 * topics, state and a store of its own; the JVM and the broker stay, so later ones are warmer. A
 * new trial is one line here.
 */
final class Bench {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration EACH_CODEC = Duration.ofSeconds(2);

    private final Session session;
    private final Path directory;
    private final Rhythm rhythm;
    private final Load load;
    private final List<Wire<?>> bytes;

    Bench(Session session, ScratchDirectory directory, int events, Rhythm rhythm) {
        this.session = session;
        this.directory = directory.path();
        this.rhythm = rhythm;
        session.say("making " + events + " events …");
        load = new Load(events, session.catalog());
        bytes = load.events().stream().<Wire<?>>map(Wire::of).toList();
    }

    void run(int repeats, Observations observations) throws InterruptedException {
        try (var broker = BrokerProcess.start(directory.resolve("broker"), 0, PATIENCE)) {
            for (int repeat = 1; repeat <= repeats; repeat++) {
                var tenant = BenchTenant.of(session, broker, directory, repeat);
                session.say("repeat " + repeat + " of " + repeats + ": each part alone …");
                for (var trial : partsOf(tenant)) {
                    trial.measure(observations);
                }
                session.say("repeat " + repeat + " of " + repeats + ": the pipeline …");
                measurePipeline(tenant, repeat, observations);
            }
        }
    }

    private List<Trial> partsOf(BenchTenant tenant) {
        var cluster = tenant.cluster();
        var raw = RawTopics.of(tenant.topics());
        createTopics(tenant, raw);
        return List.of(
                new CodecSpeed(bytes, EACH_CODEC, System::nanoTime),
                new RawProducer(cluster, raw, bytes, System::nanoTime),
                new RawConsumer(cluster, raw, bytes.size(), System::nanoTime),
                new PassThrough(cluster, raw, bytes, tenant.state(), System::nanoTime),
                new StoreSpeed(
                        () ->
                                DuckDbStore.open(
                                        tenant.file("alone.duckdb"),
                                        DuckDbSettings.DEFAULT,
                                        session.catalog()),
                        tenant.topics(),
                        load.events(),
                        System::nanoTime));
    }

    private void createTopics(BenchTenant tenant, RawTopics raw) {
        var all = new ArrayList<Topic<?, ?>>(tenant.session().allTopics());
        all.addAll(raw.all());
        try (var admin = new ClusterAdmin(tenant.cluster(), PATIENCE)) {
            admin.topics().apply(all, Layout.EMBEDDED);
        }
    }

    private void measurePipeline(BenchTenant tenant, int repeat, Observations observations)
            throws InterruptedException {
        try (var stages = tenant.start(PATIENCE)) {
            new Throughput(stages.pipeline(), load.events()).measure(observations);
            if (rhythm.eventsPerSecond() > 0) {
                new Freshness(stages.pipeline(), load.repeatable(), rhythm, repeat)
                        .measure(observations);
            }
        }
    }
}
