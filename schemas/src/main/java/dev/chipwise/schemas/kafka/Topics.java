package dev.chipwise.schemas.kafka;

import dev.chipwise.schemas.avro.Codec;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.SuitabilityScore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Every topic of one tenant. Each key is written by {@link Key#join}, so a key's text up to its
 * first {@code |} is the model everywhere, and {@link ModelPartitioner} agrees with any client's
 * default on topics keyed by the model alone.
 */
public final class Topics {

    public static final String DEFAULT_PREFIX = "chipwise.";

    /** Largest record batch on a topic that publishers write. */
    public static final int MAX_MESSAGE_BYTES = 1 << 20;

    /** Largest record batch on a topic that our stages write. */
    public static final int MAX_DERIVED_MESSAGE_BYTES = 8 << 20;

    private static final Cleanup KEEP = Cleanup.never();
    private static final Cleanup DELETE_30_DAYS = Cleanup.deleteAfter(Duration.ofDays(30));

    private final String prefix;
    private final Topic<String, BenchmarkResult> benchmarkResult;
    private final Topic<String, BatteryResult> batteryResult;
    private final Topic<String, ModelVersion> modelVersion;
    private final Topic<String, ResultRetraction> resultRetraction;
    private final Topic<String, HardwareProfile> hardwareProfile;
    private final Topic<String, ScoringProfile> scoringProfile;
    private final Topic<String, CellSummary> cellSummary;
    private final Topic<String, SuitabilityScore> suitabilityScore;
    private final Topic<String, Recommendation> recommendation;
    private final Topic<String, CompatibilitySnapshot> compatibilitySnapshot;
    private final Topic<String, CompatibilityChange> compatibilityChange;
    private final Topic<String, RejectedResult> rejectedResult;

    public Topics(String prefix) {
        this.prefix = prefix;
        benchmarkResult = published("benchmark.result.v1", Codecs.benchmarkResult(), KEEP);
        batteryResult = published("battery.result.v1", Codecs.batteryResult(), KEEP);
        modelVersion = published("model.version.v1", Codecs.modelVersion(), KEEP);
        resultRetraction = published("result.retraction.v1", Codecs.resultRetraction(), KEEP);
        hardwareProfile =
                published("hardware.profile.v1", Codecs.hardwareProfile(), Cleanup.compact());
        scoringProfile =
                published("scoring.profile.v1", Codecs.scoringProfile(), Cleanup.compact());
        cellSummary = derived("cell.summary.v1", Codecs.cellSummary(), Cleanup.compact());
        suitabilityScore =
                derived("suitability.score.v1", Codecs.suitabilityScore(), Cleanup.compact());
        recommendation =
                derived(
                        "recommendation.v1",
                        Codecs.recommendation(),
                        Cleanup.compactAndDeleteAfter(Duration.ofDays(30)));
        compatibilitySnapshot =
                derived(
                        "compatibility.snapshot.v1",
                        Codecs.compatibilitySnapshot(),
                        Cleanup.compact());
        compatibilityChange =
                derived(
                        "compatibility.change.v1",
                        Codecs.compatibilityChange(),
                        Cleanup.deleteAfter(Duration.ofDays(90)));
        rejectedResult = derived("result.rejected.v1", Codecs.rejectedResult(), DELETE_30_DAYS);
    }

    public static Topics withDefaultPrefix() {
        return new Topics(DEFAULT_PREFIX);
    }

    /** The key of an event on its input topic. */
    public static String keyOf(Event event) {
        return Key.join(event.modelName());
    }

    /** Keyed by model, likewise the next three. */
    public Topic<String, BenchmarkResult> benchmarkResult() {
        return benchmarkResult;
    }

    public Topic<String, BatteryResult> batteryResult() {
        return batteryResult;
    }

    public Topic<String, ModelVersion> modelVersion() {
        return modelVersion;
    }

    public Topic<String, ResultRetraction> resultRetraction() {
        return resultRetraction;
    }

    /** Keyed by hardware id. */
    public Topic<String, HardwareProfile> hardwareProfile() {
        return hardwareProfile;
    }

    /** Keyed by profile id. */
    public Topic<String, ScoringProfile> scoringProfile() {
        return scoringProfile;
    }

    /** Keyed by {@code CellKey.topicKey()}. */
    public Topic<String, CellSummary> cellSummary() {
        return cellSummary;
    }

    /** Keyed by {@code SuitabilityScore.topicKey()}. */
    public Topic<String, SuitabilityScore> suitabilityScore() {
        return suitabilityScore;
    }

    /** Keyed by {@code Recommendation.topicKey()}. */
    public Topic<String, Recommendation> recommendation() {
        return recommendation;
    }

    /** Keyed by {@code VersionKey.topicKey()}. */
    public Topic<String, CompatibilitySnapshot> compatibilitySnapshot() {
        return compatibilitySnapshot;
    }

    /** Keyed by model. */
    public Topic<String, CompatibilityChange> compatibilityChange() {
        return compatibilityChange;
    }

    /** Keyed by the refused record's own key. */
    public Topic<String, RejectedResult> rejectedResult() {
        return rejectedResult;
    }

    /** Every topic but the dead-letter ones, in the order data flows. */
    public List<Topic<String, ?>> all() {
        return List.of(
                benchmarkResult,
                batteryResult,
                modelVersion,
                resultRetraction,
                hardwareProfile,
                scoringProfile,
                cellSummary,
                suitabilityScore,
                recommendation,
                compatibilitySnapshot,
                compatibilityChange,
                rejectedResult);
    }

    /** The topic of this name without prefix, if there is one. */
    public Optional<Topic<String, ?>> named(String name) {
        return all().stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** What the names of all topics, changelogs and groups begin with. */
    public String prefix() {
        return prefix;
    }

    /** The application id of a stage, apart from other tenants'. */
    public String applicationId(String stage) {
        return prefix + stage;
    }

    /**
     * Where an application's records go that are not even Avro; the id is one made by {@link
     * #applicationId}.
     */
    public Topic<byte[], byte[]> dlq(String applicationId) {
        var name =
                (applicationId.startsWith(prefix)
                                ? applicationId.substring(prefix.length())
                                : applicationId)
                        + ".dlq";
        return new Topic<>(
                name,
                prefix + name,
                Serdes.ByteArray(),
                Serdes.ByteArray(),
                DELETE_30_DAYS,
                Topic.Writer.STAGES);
    }

    private <V> Topic<String, V> published(String name, Codec<V> codec, Cleanup cleanup) {
        return topic(name, codec, cleanup, Topic.Writer.PUBLISHERS);
    }

    private <V> Topic<String, V> derived(String name, Codec<V> codec, Cleanup cleanup) {
        return topic(name, codec, cleanup, Topic.Writer.STAGES);
    }

    private <V> Topic<String, V> topic(
            String name, Codec<V> codec, Cleanup cleanup, Topic.Writer writer) {
        return new Topic<>(
                name, prefix + name, Serdes.String(), CodecSerde.of(codec), cleanup, writer);
    }
}
