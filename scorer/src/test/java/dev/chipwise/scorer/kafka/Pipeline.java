package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.StreamsApplication;
import dev.chipwise.schemas.kafka.StreamsSettings;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.schemas.samples.HostileTraffic;
import dev.chipwise.scorer.kafka.ScorerTopology.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The scorer without a broker: events in, records out, time by hand. */
final class Pipeline implements AutoCloseable {

    static final Topics TOPICS = Topics.withDefaultPrefix();
    static final Catalog CATALOG = Catalog.shipped();
    static final Instant RECORDED = Events.NOON.plus(Duration.ofDays(1));

    private final TopologyTestDriver driver;

    private Pipeline(Topology topology, Path state) {
        driver = new TopologyTestDriver(topology, settings(state), RECORDED);
    }

    static Pipeline start(Path state) {
        return start(ScorerConfig.DEFAULT, ScorerListener.NONE, state);
    }

    static Pipeline start(ScorerConfig config, ScorerListener listener, Path state) {
        return new Pipeline(topology(config, listener, state), state);
    }

    /** One that keeps its state in memory. */
    static Pipeline start(ScorerConfig config, Memory memory, Path scratch) {
        return start(config, ScorerListener.NONE, memory, scratch);
    }

    static Pipeline start(
            ScorerConfig config, ScorerListener listener, Memory memory, Path scratch) {
        return new Pipeline(topology(config, listener, scratch, timeless(memory)), scratch);
    }

    /** One whose state is there, when it stops, for a next one to start with. */
    static Pipeline startAndSave(ScorerConfig config, Path state, Path saved) {
        var topology = topology(config, ScorerListener.NONE, state);
        topology.addStateStore(new SavedState.Builder(new SavedState(state, saved)), Names.SCORE);
        return new Pipeline(topology, state);
    }

    static Topology topology(ScorerConfig config, ScorerListener listener, Path state) {
        return topology(config, listener, state, timeless(Stores::persistentKeyValueStore));
    }

    private static Topology topology(
            ScorerConfig config, ScorerListener listener, Path state, Surroundings surroundings) {
        return ScorerTopology.build(
                config, TOPICS, CATALOG, listener, settings(state), surroundings);
    }

    /** Where recomputing takes no time, so that every tick is a turn. */
    private static Surroundings timeless(Function<String, KeyValueBytesStoreSupplier> storage) {
        return new Surroundings(storage, () -> 0);
    }

    void publish(Event event) {
        publish(Topics.keyOf(event), event);
    }

    void publish(String key, Event event) {
        if (event instanceof BenchmarkResult result) {
            publish(TOPICS.benchmarkResult(), key, result);
        } else if (event instanceof BatteryResult result) {
            publish(TOPICS.batteryResult(), key, result);
        } else if (event instanceof ModelVersion version) {
            publish(TOPICS.modelVersion(), key, version);
        } else if (event instanceof ResultRetraction retraction) {
            publish(TOPICS.resultRetraction(), key, retraction);
        }
    }

    <V> void publish(Topic<String, V> topic, String key, V value) {
        var bytes =
                value == null
                        ? null
                        : topic.valueSerde().serializer().serialize(topic.name(), value);
        publishBytes(topic, key, bytes);
    }

    void publishBytes(Topic<String, ?> topic, String key, byte[] value) {
        driver.createInputTopic(topic.fullName(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, RECORDED));
    }

    void send(HostileTraffic.Sent sent) {
        driver.createInputTopic(
                        sent.topic().fullName(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())
                .pipeInput(new TestRecord<>(sent.key(), sent.value(), null, sent.timestamp()));
    }

    /** Lets a tick pass, after which every board has rested. */
    void tick() {
        driver.advanceWallClockTime(ScorerConfig.DEFAULT.rest());
    }

    /** Lets a tick pass, and nothing more. */
    void shortTick() {
        driver.advanceWallClockTime(ScorerConfig.DEFAULT.tick());
    }

    List<RejectedResult> rejected() {
        return read(TOPICS.rejectedResult()).stream().map(Map.Entry::getValue).toList();
    }

    List<Map.Entry<String, CellSummary>> cells() {
        return read(TOPICS.cellSummary());
    }

    List<Map.Entry<String, SuitabilityScore>> scores() {
        return read(TOPICS.suitabilityScore());
    }

    List<Map.Entry<String, Recommendation>> recommendations() {
        return read(TOPICS.recommendation());
    }

    /** What could not even be read. */
    List<byte[]> deadLetters() {
        return read(TOPICS.dlq(TOPICS.applicationId("scorer"))).stream()
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Applies everything published since the last time. */
    Pipeline drainInto(Tables tables) {
        tables.applyCells(cells());
        tables.applyScores(scores());
        tables.applyRecommendations(recommendations());
        return this;
    }

    @Override
    public void close() {
        driver.close();
    }

    private <K, V> List<Map.Entry<K, V>> read(Topic<K, V> topic) {
        return driver
                .createOutputTopic(
                        topic.fullName(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())
                .readRecordsToList()
                .stream()
                .map(Pipeline::entry)
                .toList();
    }

    private static <K, V> Map.Entry<K, V> entry(TestRecord<K, V> record) {
        return new SimpleEntry<>(record.key(), record.value());
    }

    /**
     * The real settings, but for exactly once: there the driver forgets dead letters, for it clears
     * its producer before it commits, and refuses state whose stores were not all restored.
     */
    private static Properties settings(Path state) {
        var application = StreamsApplication.single(TOPICS, "scorer", state);
        var relaxed =
                Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        return StreamsSettings.of(new Cluster("nowhere:9092", relaxed), application);
    }
}
