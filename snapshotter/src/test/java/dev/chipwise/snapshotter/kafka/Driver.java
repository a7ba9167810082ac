package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.StreamsApplication;
import dev.chipwise.schemas.kafka.StreamsSettings;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.snapshot.Cells;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The snapshotter without a broker: records in, records out, time by hand. */
final class Driver implements AutoCloseable {

    static final Topics TOPICS = Topics.withDefaultPrefix();
    private static final Instant RECORDED = Cells.NOON.plusSeconds(86_400);

    private final TopologyTestDriver driver;

    private Driver(Topology topology, Path state) {
        driver = new TopologyTestDriver(topology, settings(state), RECORDED);
    }

    static Driver start(Path state) {
        return start(state, SnapshotterListener.NONE);
    }

    static Driver start(Path state, SnapshotterListener listener) {
        return new Driver(topology(state, listener), state);
    }

    /** One whose state is there, when it stops, for a next one to start with. */
    static Driver startAndSave(Path state, Path saved) {
        var topology = topology(state, SnapshotterListener.NONE);
        topology.addStateStore(new SavedState(state, saved), Names.SNAPSHOT);
        return new Driver(topology, state);
    }

    static Topology topology(Path state, SnapshotterListener listener) {
        return SnapshotTopology.build(
                SnapshotterConfig.DEFAULT, TOPICS, Cells.CATALOG, listener, settings(state));
    }

    Driver score(SuitabilityScore score) {
        return publish(TOPICS.suitabilityScore(), score.topicKey(), score);
    }

    Driver withdraw(SuitabilityScore score) {
        return publish(TOPICS.suitabilityScore(), score.topicKey(), null);
    }

    Driver cell(CellSummary cell) {
        return publish(TOPICS.cellSummary(), cell.key().topicKey(), cell);
    }

    Driver register(VersionKey version, String parentTag) {
        return register(registration(version, parentTag, Cells.NOON));
    }

    Driver register(ModelVersion version) {
        return publish(TOPICS.modelVersion(), Topics.keyOf(version), version);
    }

    static ModelVersion registration(VersionKey version, String parentTag, Instant at) {
        var source = new Source(Source.Kind.CLI, "test", "1", null);
        var id = "01890000-0000-7000-8000-%012x".formatted(version.hashCode() & 0xffffffL);
        return new ModelVersion(
                new Envelope(id, at, source, Map.of()),
                new Model(version.model(), null, null, null, null),
                Version.tagged(version.version()),
                parentTag,
                null);
    }

    <V> Driver publish(Topic<String, V> topic, String key, V value) {
        driver.createInputTopic(
                        topic.fullName(),
                        topic.keySerde().serializer(),
                        topic.valueSerde().serializer())
                .pipeInput(new TestRecord<>(key, value, RECORDED));
        return this;
    }

    /** Lets the time pass until what waited is folded and compared. */
    Driver tick() {
        driver.advanceWallClockTime(SnapshotterConfig.DEFAULT.comparison());
        return this;
    }

    /** Lets just so much time pass that what waited is folded. */
    Driver foldOnly() {
        driver.advanceWallClockTime(SnapshotterConfig.DEFAULT.tick());
        return this;
    }

    /** Snapshots and tombstones written since the last time, oldest first. */
    List<KeyValue<String, CompatibilitySnapshot>> snapshots() {
        return read(TOPICS.compatibilitySnapshot());
    }

    /** What the changes topic says since the last time, oldest first. */
    List<CompatibilityChange> changes() {
        return read(TOPICS.compatibilityChange()).stream().map(record -> record.value).toList();
    }

    private <V> List<KeyValue<String, V>> read(Topic<String, V> topic) {
        return driver.createOutputTopic(
                        topic.fullName(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())
                .readKeyValuesToList();
    }

    @Override
    public void close() {
        driver.close();
    }

    private static Properties settings(Path state) {
        var application = StreamsApplication.single(TOPICS, "snapshotter", state);
        return StreamsSettings.of(Cluster.at("nowhere:9092"), application);
    }
}
