package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.BenchPlan;
import dev.chipwise.deploy.bench.CodecSpeed;
import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.StoreSpeed;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.deploy.bench.duckdb.AppenderSpeed;
import dev.chipwise.deploy.bench.kafka.PassThrough;
import dev.chipwise.deploy.bench.kafka.PublisherSpeed;
import dev.chipwise.deploy.bench.kafka.RawConsumer;
import dev.chipwise.deploy.bench.kafka.RawProducer;
import dev.chipwise.deploy.bench.kafka.RawTopics;
import dev.chipwise.snapshotter.duckdb.DuckDbSettings;
import dev.chipwise.snapshotter.duckdb.DuckDbStore;
import java.time.Duration;
import java.util.List;

/** What each part can do alone with the events of the first load, on topics that nobody reads. */
record BenchAlone(BenchTenant tenant, BenchPlan plan) {

    private static final Duration EACH_CODEC = Duration.ofSeconds(1);
    private static final long SEED = 2;

    void measure(Observations observations) throws InterruptedException {
        for (var trial : trials()) {
            trial.measure(observations);
        }
    }

    private List<Trial> trials() {
        var session = tenant.session();
        var shape = plan.loads().get(0);
        var load = new Load(shape, session.catalog(), SEED, session.clock().instant());
        var events = load.mixed(shape.models(), plan.events());
        var bytes = events.stream().<Wire<?>>map(Wire::of).toList();
        var cluster = tenant.cluster();
        var raw = RawTopics.of(tenant.topics());
        var store = tenant.file("alone.duckdb");
        return List.of(
                new CodecSpeed(bytes, EACH_CODEC, System::nanoTime),
                new RawProducer(cluster, raw, bytes, System::nanoTime),
                new RawConsumer(cluster, raw, bytes.size(), System::nanoTime),
                new PassThrough(cluster, raw, bytes, tenant.state(), System::nanoTime),
                new PublisherSpeed(tenant::publisher, events, System::nanoTime),
                new StoreSpeed(
                        () -> DuckDbStore.open(store, DuckDbSettings.DEFAULT, session.catalog()),
                        tenant.topics(),
                        events,
                        System::nanoTime),
                new AppenderSpeed(store, tenant.file("appended.duckdb"), System::nanoTime));
    }
}
