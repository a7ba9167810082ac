package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.CodecSerde;
import dev.chipwise.schemas.kafka.ModelStreamPartitioner;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.scorer.score.CellSummariser;
import dev.chipwise.scorer.score.Scorer;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Results, versions and retractions in; cell summaries, scores, recommendations and rejections out.
 * A model's events and all that follows from them stay in one partition, in order.
 */
public final class ScorerTopology {

    private final Topology topology;
    private final Topics topics;
    private final Surroundings surroundings;
    private final int threads;
    private final AtomicLong revision = new AtomicLong();

    /**
     * What it stands on.
     *
     * @param storage where a store of this name keeps its bytes
     * @param nanoTime measures how long recomputing takes; decides when, never what
     */
    record Surroundings(
            Function<String, KeyValueBytesStoreSupplier> storage, LongSupplier nanoTime) {

        static final Surroundings REAL =
                new Surroundings(Stores::persistentKeyValueStore, System::nanoTime);
    }

    private ScorerTopology(Topics topics, Properties settings, Surroundings surroundings) {
        this.topics = topics;
        this.surroundings = surroundings;
        var streams = new StreamsConfig(settings);
        threads = streams.getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG);
        topology = new Topology(new TopologyConfig(streams));
    }

    /**
     * The scorer's topology.
     *
     * @param settings made by {@code StreamsSettings}, the same that run it
     */
    public static Topology build(
            ScorerConfig config,
            Topics topics,
            Catalog catalog,
            ScorerListener listener,
            Properties settings) {
        return build(config, topics, catalog, listener, settings, Surroundings.REAL);
    }

    /** The same in other surroundings. */
    static Topology build(
            ScorerConfig config,
            Topics topics,
            Catalog catalog,
            ScorerListener listener,
            Properties settings,
            Surroundings surroundings) {
        return new ScorerTopology(topics, settings, surroundings).build(config, catalog, listener);
    }

    private Topology build(ScorerConfig config, Catalog catalog, ScorerListener listener) {
        var events = readEvents();
        keepReference();
        process(config, catalog, new Rejections(events, listener), listener);
        keepState();
        write();
        return topology;
    }

    /** Names without prefix of the topics read, by names with it. */
    private Map<String, String> readEvents() {
        var sources = new TreeMap<String, Topic<String, ?>>();
        sources.put("read-benchmark-results", topics.benchmarkResult());
        sources.put("read-battery-results", topics.batteryResult());
        sources.put("read-model-versions", topics.modelVersion());
        sources.put("read-retractions", topics.resultRetraction());
        sources.forEach((step, topic) -> read(step, topic.received()));
        return sources.values().stream().collect(Collectors.toMap(Topic::fullName, Topic::name));
    }

    /**
     * A record that no clock stamped counts as the oldest there can be, and is refused by its own
     * time.
     */
    private void read(String step, Topic<String, ?> topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                step,
                (record, partitionTime) -> Math.max(0, record.timestamp()),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer(),
                topic.fullName());
    }

    private void keepReference() {
        keep(Names.SCORING_PROFILES, topics.scoringProfile());
        keep(Names.HARDWARE_PROFILES, topics.hardwareProfile());
    }

    private <V> void keep(String store, Topic<String, V> topic) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(store),
                                topic.keySerde(),
                                topic.valueSerde())
                        .withLoggingDisabled(),
                "read-" + store,
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer(),
                topic.fullName(),
                "keep-" + store,
                () -> new KeepLatest<>(store, revision));
    }

    private void process(
            ScorerConfig config, Catalog catalog, Rejections rejections, ScorerListener listener) {
        var validator = new ResultValidator(catalog);
        var setup =
                new ScoreBoards.Setup(
                        config,
                        catalog,
                        new Scorer(catalog, config.windowSize()),
                        new CellSummariser(catalog),
                        Encodings.of(topics),
                        rejections,
                        listener,
                        revision,
                        new Pace(surroundings.nanoTime(), threads));
        topology.addProcessor(
                        Names.ADMIT,
                        () -> new AdmitEvents(validator, rejections, listener),
                        "read-benchmark-results",
                        "read-battery-results",
                        "read-model-versions",
                        "read-retractions")
                .addProcessor(
                        Names.REGISTER,
                        () -> new RegisterVersions(rejections, listener),
                        Names.ADMIT)
                .addProcessor(Names.SCORE, () -> new ScoreBoards(setup), Names.ADMIT);
    }

    private void keepState() {
        var versions = Registration.serde(topics.modelVersion().received().valueSerde());
        topology.addStateStore(store(Names.VERSIONS, versions), Names.REGISTER);
        Stream.of(
                        store(Names.RUNS, CodecSerde.of(Codecs.run())),
                        store(Names.DESCRIPTIONS, CodecSerde.of(Codecs.cellDescription())),
                        store(Names.CELLS, Serdes.ByteArray()),
                        store(Names.SCORES, Published.serde()),
                        store(Names.RECOMMENDATIONS, Published.serde()),
                        store(Names.MATERIAL, Serdes.ByteArray()),
                        store(Names.DIRTY, Serdes.ByteArray()).withCachingEnabled(),
                        store(Names.REFERENCE_APPLIED, Serdes.String()))
                .forEach(store -> topology.addStateStore(store, Names.SCORE));
    }

    /** A store whose changelog takes what the topics take. */
    private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        var limit = Integer.toString(Topics.MAX_DERIVED_MESSAGE_BYTES);
        return Stores.keyValueStoreBuilder(
                        surroundings.storage().apply(name), Serdes.String(), values)
                .withLoggingEnabled(Map.of("max.message.bytes", limit));
    }

    private void write() {
        var rejected = topics.rejectedResult();
        // Kafka's own partitioner takes a key that is missing, and agrees with ours on every other.
        topology.addSink(
                Names.WRITE_REJECTED,
                rejected.fullName(),
                rejected.keySerde().serializer(),
                rejected.valueSerde().serializer(),
                Names.ADMIT,
                Names.REGISTER,
                Names.SCORE);
        // Written as the bytes that were stored or compared.
        write(Names.WRITE_CELLS, topics.cellSummary());
        write(Names.WRITE_SCORES, topics.suitabilityScore());
        write(Names.WRITE_RECOMMENDATIONS, topics.recommendation());
    }

    private void write(String step, Topic<String, ?> topic) {
        topology.addSink(
                step,
                topic.fullName(),
                topic.keySerde().serializer(),
                new ByteArraySerializer(),
                new ModelStreamPartitioner<byte[]>(),
                Names.SCORE);
    }
}
