package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.BatteryResultV1;
import dev.chipwise.schemas.avro.wire.BenchmarkResultV1;
import dev.chipwise.schemas.avro.wire.CellDescriptionV1;
import dev.chipwise.schemas.avro.wire.CellSummaryV1;
import dev.chipwise.schemas.avro.wire.CompatibilityChangeV1;
import dev.chipwise.schemas.avro.wire.CompatibilitySnapshotV1;
import dev.chipwise.schemas.avro.wire.HardwareProfileV1;
import dev.chipwise.schemas.avro.wire.ModelVersionV1;
import dev.chipwise.schemas.avro.wire.RecommendationV1;
import dev.chipwise.schemas.avro.wire.RejectedResultV1;
import dev.chipwise.schemas.avro.wire.ResultRetractionV1;
import dev.chipwise.schemas.avro.wire.RunV1;
import dev.chipwise.schemas.avro.wire.ScoringProfileV1;
import dev.chipwise.schemas.avro.wire.SuitabilityScoreV1;
import dev.chipwise.schemas.samples.RandomRecords;
import dev.chipwise.schemas.samples.RandomScores;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Every kind of record on the wire, so that each test runs over all of them. */
final class Kinds {

    /** How to make, write and read one kind; {@code name} is its folder in the history. */
    record Kind<T>(String name, Schema current, Codec<T> codec, Function<Random, T> sample) {

        T random(long seed) {
            return sample.apply(new Random(seed));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Kinds() {}

    static Stream<Kind<?>> all() {
        return Stream.of(inputs(), states(), outputs()).flatMap(List::stream);
    }

    private static List<Kind<?>> inputs() {
        return List.of(
                new Kind<>(
                        "benchmark_result",
                        BenchmarkResultV1.getClassSchema(),
                        Codecs.benchmarkResult(),
                        random -> new RandomRecords(random).benchmarkResult()),
                new Kind<>(
                        "battery_result",
                        BatteryResultV1.getClassSchema(),
                        Codecs.batteryResult(),
                        random -> new RandomRecords(random).batteryResult()),
                new Kind<>(
                        "model_version",
                        ModelVersionV1.getClassSchema(),
                        Codecs.modelVersion(),
                        random -> new RandomRecords(random).modelVersion()),
                new Kind<>(
                        "result_retraction",
                        ResultRetractionV1.getClassSchema(),
                        Codecs.resultRetraction(),
                        random -> new RandomRecords(random).resultRetraction()),
                new Kind<>(
                        "hardware_profile",
                        HardwareProfileV1.getClassSchema(),
                        Codecs.hardwareProfile(),
                        random -> new RandomRecords(random).hardwareProfile()),
                new Kind<>(
                        "scoring_profile",
                        ScoringProfileV1.getClassSchema(),
                        Codecs.scoringProfile(),
                        random -> new RandomRecords(random).scoringProfile()));
    }

    private static List<Kind<?>> states() {
        return List.of(
                new Kind<>(
                        "run",
                        RunV1.getClassSchema(),
                        Codecs.run(),
                        random -> new RandomRecords(random).run()),
                new Kind<>(
                        "cell_description",
                        CellDescriptionV1.getClassSchema(),
                        Codecs.cellDescription(),
                        random -> new RandomRecords(random).cellDescription()));
    }

    private static List<Kind<?>> outputs() {
        return List.of(
                new Kind<>(
                        "cell_summary",
                        CellSummaryV1.getClassSchema(),
                        Codecs.cellSummary(),
                        random -> new RandomScores(random).cellSummary()),
                new Kind<>(
                        "suitability_score",
                        SuitabilityScoreV1.getClassSchema(),
                        Codecs.suitabilityScore(),
                        random -> new RandomScores(random).suitabilityScore()),
                new Kind<>(
                        "recommendation",
                        RecommendationV1.getClassSchema(),
                        Codecs.recommendation(),
                        random -> new RandomScores(random).recommendation()),
                new Kind<>(
                        "compatibility_snapshot",
                        CompatibilitySnapshotV1.getClassSchema(),
                        Codecs.compatibilitySnapshot(),
                        random -> new RandomScores(random).compatibilitySnapshot()),
                new Kind<>(
                        "compatibility_change",
                        CompatibilityChangeV1.getClassSchema(),
                        Codecs.compatibilityChange(),
                        random -> new RandomScores(random).compatibilityChange()),
                new Kind<>(
                        "rejected_result",
                        RejectedResultV1.getClassSchema(),
                        Codecs.rejectedResult(),
                        random -> new RandomRecords(random).rejectedResult()));
    }
}
