package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.ModelStreamPartitioner;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.snapshot.StatisticalRule;
import dev.chipwise.snapshotter.snapshot.VersionComparison;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Scores, cell summaries and versions in; compatibility snapshots and changes out. A model's
 * versions meet in one partition, so each can be compared with its parent.
 */
public final class SnapshotTopology {

    private final Topics topics;
    private final Topology topology;

    private SnapshotTopology(Topics topics, Properties settings) {
        this.topics = topics;
        topology = new Topology(new TopologyConfig(new StreamsConfig(settings)));
    }

    /**
     * The snapshotter's topology.
     *
     * @param settings made by {@code StreamsSettings}, the same that run it
     */
    public static Topology build(
            SnapshotterConfig config,
            Topics topics,
            Catalog catalog,
            SnapshotterListener listener,
            Properties settings) {
        var setup =
                new SnapshotVersions.Setup(
                        config,
                        new VersionComparison(catalog),
                        new StatisticalRule(config.statistics()),
                        listener);
        var snapshotter = new SnapshotTopology(topics, settings);
        snapshotter.read();
        snapshotter.process(new ResultValidator(catalog), setup);
        snapshotter.keepState();
        snapshotter.write(Names.WRITE_SNAPSHOTS, topics.compatibilitySnapshot());
        snapshotter.write(Names.WRITE_CHANGES, topics.compatibilityChange());
        return snapshotter.topology;
    }

    private void read() {
        read(Names.READ_SCORES, topics.suitabilityScore());
        read(Names.READ_SUMMARIES, topics.cellSummary().received());
        read(Names.READ_VERSIONS, topics.modelVersion());
    }

    /** A record that no clock stamped counts as the oldest there can be. */
    private void read(String step, Topic<String, ?> topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                step,
                (record, partitionTime) -> Math.max(0, record.timestamp()),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer(),
                topic.fullName());
    }

    private void process(ResultValidator validator, SnapshotVersions.Setup setup) {
        topology.addProcessor(Names.KEEP_SCORES, KeepScores::new, Names.READ_SCORES)
                .addProcessor(Names.KEEP_SUMMARIES, KeepSummaries::new, Names.READ_SUMMARIES)
                .addProcessor(
                        Names.KEEP_VERSIONS, () -> new KeepVersions(validator), Names.READ_VERSIONS)
                .addProcessor(
                        Names.SNAPSHOT,
                        () -> new SnapshotVersions(setup),
                        Names.KEEP_SCORES,
                        Names.KEEP_SUMMARIES,
                        Names.KEEP_VERSIONS);
    }

    private void keepState() {
        var snapshots = topics.compatibilitySnapshot().valueSerde();
        var summaries = topics.cellSummary().received().valueSerde();
        var versions = topics.modelVersion().valueSerde();
        keep(Names.ENTRIES, snapshots, Names.KEEP_SCORES, Names.SNAPSHOT);
        keep(Names.SUMMARIES, summaries, Names.KEEP_SUMMARIES, Names.SNAPSHOT);
        keep(Names.VERSIONS, versions, Names.KEEP_VERSIONS, Names.SNAPSHOT);
        keep(Names.CHILDREN, Serdes.ByteArray(), Names.KEEP_VERSIONS, Names.SNAPSHOT);
        keep(Names.DIRTY, Serdes.ByteArray(), Names.SNAPSHOT);
        keep(Names.TO_COMPARE, Serdes.ByteArray(), Names.SNAPSHOT);
        keep(Names.SNAPSHOTS, snapshots, Names.SNAPSHOT);
        keep(Names.VERDICTS, topics.compatibilityChange().valueSerde(), Names.SNAPSHOT);
    }

    /** A store whose changelog takes what the topics take. */
    private <V> void keep(String name, Serde<V> values, String... processors) {
        var limit = Integer.toString(Topics.MAX_DERIVED_MESSAGE_BYTES);
        StoreBuilder<KeyValueStore<String, V>> store =
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(name), Serdes.String(), values)
                        .withLoggingEnabled(Map.of("max.message.bytes", limit));
        topology.addStateStore(store, processors);
    }

    private <V> void write(String step, Topic<String, V> topic) {
        topology.addSink(
                step,
                topic.fullName(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                new ModelStreamPartitioner<V>(),
                Names.SNAPSHOT);
    }
}
