package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.StreamsApplication;
import dev.chipwise.schemas.kafka.StreamsProcess;
import dev.chipwise.schemas.kafka.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * How fast the bytes of the events go through a topology that does nothing, exactly once, from the
 * producer to a reader behind it.
 */
public final class PassThrough implements Trial {

    public static final Figure FIGURE =
            Figure.ceiling("Kafka producer to reader behind an empty exactly-once topology");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final RawTopics topics;
    private final List<Wire<?>> events;
    private final Path stateDirectory;
    private final LongSupplier nanos;

    public PassThrough(
            Cluster cluster,
            RawTopics topics,
            List<Wire<?>> events,
            Path stateDirectory,
            LongSupplier nanos) {
        this.cluster = cluster;
        this.topics = topics;
        this.events = List.copyOf(events);
        this.stateDirectory = stateDirectory;
        this.nanos = nanos;
    }

    @Override
    public void measure(Observations observations) throws InterruptedException {
        var settings = settings();
        try (var process = new StreamsProcess("pass-through", topology(settings), settings);
                var tail = Tail.of(cluster, List.of(topics.out()), Tail.Reader.NONE, nanos)) {
            process.start();
            if (!process.awaitRunning(PATIENCE)) {
                throw new IllegalStateException("the empty topology does not run");
            }
            long start = nanos.getAsLong();
            RawProducer.send(cluster, topics.in(), events, nanos);
            Awaiting.until(
                    "the last record behind the empty topology",
                    PATIENCE,
                    () -> tail.records() >= events.size());
            observations.addRate(FIGURE, events.size(), tail.lastSeen() - start);
        }
    }

    private Properties settings() {
        var id = topics.out().fullName() + ".application";
        var application =
                new StreamsApplication(
                        id,
                        "bench-0",
                        stateDirectory,
                        topics.out().fullName(),
                        1,
                        StreamsApplication.DEFAULT_COMMIT_INTERVAL);
        return StreamsSettings.of(cluster, application);
    }

    private Topology topology(Properties settings) {
        return new Topology(new TopologyConfig(new StreamsConfig(settings)))
                .addSource(
                        "read",
                        topics.in().keySerde().deserializer(),
                        topics.in().valueSerde().deserializer(),
                        topics.in().fullName())
                .addSink(
                        "write",
                        topics.out().fullName(),
                        topics.out().keySerde().serializer(),
                        topics.out().valueSerde().serializer(),
                        "read");
    }
}
