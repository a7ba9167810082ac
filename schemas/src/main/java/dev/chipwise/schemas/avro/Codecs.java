package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.SuitabilityScore;

/** The codec of every record; each is made once and shared by all threads. */
public final class Codecs {

    private static final Codec<BenchmarkResult> BENCHMARK_RESULT = new BenchmarkResultCodec();
    private static final Codec<BatteryResult> BATTERY_RESULT = new BatteryResultCodec();
    private static final Codec<ModelVersion> MODEL_VERSION = new ModelVersionCodec();
    private static final Codec<ResultRetraction> RESULT_RETRACTION = new ResultRetractionCodec();
    private static final Codec<Event> EVENT = new EventCodec();
    private static final Codec<HardwareProfile> HARDWARE_PROFILE = new HardwareProfileCodec();
    private static final Codec<ScoringProfile> SCORING_PROFILE = new ScoringProfileCodec();
    private static final Codec<CellSummary> CELL_SUMMARY = new CellSummaryCodec();
    private static final Codec<SuitabilityScore> SUITABILITY_SCORE = new SuitabilityScoreCodec();
    private static final Codec<Recommendation> RECOMMENDATION = new RecommendationCodec();
    private static final Codec<CompatibilitySnapshot> COMPATIBILITY_SNAPSHOT =
            new CompatibilitySnapshotCodec();
    private static final Codec<CompatibilityChange> COMPATIBILITY_CHANGE =
            new CompatibilityChangeCodec();
    private static final Codec<RejectedResult> REJECTED_RESULT = new RejectedResultCodec();
    private static final Codec<Run> RUN = new RunCodec();
    private static final Codec<CellDescription> CELL_DESCRIPTION = new CellDescriptionCodec();

    private Codecs() {}

    public static Codec<BenchmarkResult> benchmarkResult() {
        return BENCHMARK_RESULT;
    }

    public static Codec<BatteryResult> batteryResult() {
        return BATTERY_RESULT;
    }

    public static Codec<ModelVersion> modelVersion() {
        return MODEL_VERSION;
    }

    public static Codec<ResultRetraction> resultRetraction() {
        return RESULT_RETRACTION;
    }

    /** Any of the four kinds of event. */
    public static Codec<Event> event() {
        return EVENT;
    }

    public static Codec<HardwareProfile> hardwareProfile() {
        return HARDWARE_PROFILE;
    }

    public static Codec<ScoringProfile> scoringProfile() {
        return SCORING_PROFILE;
    }

    public static Codec<CellSummary> cellSummary() {
        return CELL_SUMMARY;
    }

    public static Codec<SuitabilityScore> suitabilityScore() {
        return SUITABILITY_SCORE;
    }

    public static Codec<Recommendation> recommendation() {
        return RECOMMENDATION;
    }

    /**
     * What {@link #recommendation} encodes a recommendation to that tells these news.
     *
     * @param without the same recommendation, encoded with no news
     */
    public static byte[] withNews(byte[] without, Recommendation.News news) {
        return RecommendationCodec.withNews(without, news);
    }

    public static Codec<CompatibilitySnapshot> compatibilitySnapshot() {
        return COMPATIBILITY_SNAPSHOT;
    }

    public static Codec<CompatibilityChange> compatibilityChange() {
        return COMPATIBILITY_CHANGE;
    }

    public static Codec<RejectedResult> rejectedResult() {
        return REJECTED_RESULT;
    }

    /** One slot of a cell's window, for state stores. */
    public static Codec<Run> run() {
        return RUN;
    }

    /** The words that describe a cell, for state stores. */
    public static Codec<CellDescription> cellDescription() {
        return CELL_DESCRIPTION;
    }
}
