package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.snapshotter.store.LatestRow;
import java.util.List;

/** {@code score_records}, {@code suitability_scores} and {@code score_log}. */
final class ScoreTables {

    private ScoreTables() {}

    static LatestTable<SuitabilityScore> table() {
        var codec = Codecs.suitabilityScore();
        var table =
                new Columns<LatestRow<SuitabilityScore>>()
                        .with(LatestColumns.boardAndHardware(), row -> row)
                        .with(LatestColumns.whole(codec), row -> row)
                        .with(LatestColumns.place(), row -> row)
                        .of("score_records");
        return new LatestTable<>(
                SuitabilityScore.class, codec, table, List.of(perProfile()), List.of(log()));
    }

    private static PartTable<SuitabilityScore, ProfileScore> perProfile() {
        var table =
                new Columns<Part<SuitabilityScore, ProfileScore>>()
                        .with(LatestColumns.board(), Part::of)
                        .text("task", row -> row.value().workload().task())
                        .text("test_case", row -> row.value().workload().testCase())
                        .with(SubjectColumns.hardware(), row -> row.value().hardware())
                        .text("profile", row -> row.part().profile())
                        .integer("profile_version", row -> row.part().profileVersion())
                        .with(standing(), Part::part)
                        .number("confidence", row -> row.part().confidence())
                        .with(SubjectColumns.configuration(), row -> row.part().configuration())
                        .number("memory_requirement_mb", row -> row.part().memoryRequirementMb())
                        .texts("failed_gates", row -> failedGates(row.part()))
                        .with(compatibility(), row -> row.value().compatibility())
                        .with(evidence(), Part::value)
                        .bigint("offset", row -> row.of().offset())
                        .bigint("batch", row -> row.of().batch())
                        .of("suitability_scores");
        return new PartTable<>(table, SuitabilityScore::profiles);
    }

    private static PartTable<SuitabilityScore, ProfileScore> log() {
        var table =
                new Columns<Part<SuitabilityScore, ProfileScore>>()
                        .with(LatestColumns.boardAndHardware(), Part::of)
                        .with(
                                new Columns<ProfileScore>()
                                        .text("profile", ProfileScore::profile)
                                        .with(standing(), score -> score)
                                        .list(),
                                Part::part)
                        .with(
                                new Columns<SuitabilityScore>()
                                        .text("state", s -> s.compatibility().state().wireName())
                                        .number(
                                                "compatibility_score",
                                                s -> s.compatibility().score())
                                        .text("grade", s -> s.grade().wireName())
                                        .integer("runs", SuitabilityScore::runs)
                                        .time("newest", SuitabilityScore::newest)
                                        .list(),
                                Part::value)
                        .with(LatestColumns.history(), Part::of)
                        .of("score_log");
        return new PartTable<>(table, SuitabilityScore::profiles);
    }

    /** Where a hardware stands under one profile. */
    static List<Column<ProfileScore>> standing() {
        return new Columns<ProfileScore>()
                .number("score", ProfileScore::score)
                .number("lower", ProfileScore::lower)
                .number("upper", ProfileScore::upper)
                .integer("rank", ProfileScore::rank)
                .integer("tier", ProfileScore::tier)
                .list();
    }

    private static List<Column<Compatibility>> compatibility() {
        return new Columns<Compatibility>()
                .text("state", compatibility -> compatibility.state().wireName())
                .text("level", compatibility -> compatibility.level().wireName())
                .number("compatibility_score", Compatibility::score)
                .list();
    }

    private static List<Column<SuitabilityScore>> evidence() {
        return new Columns<SuitabilityScore>()
                .number("throughput_score", score -> score.components().get("throughput"))
                .number("latency_score", score -> score.components().get("latency"))
                .number("memory_score", score -> score.components().get("memory"))
                .number("energy_score", score -> score.components().get("energy"))
                .text("evidence", score -> score.evidence().wireName())
                .text("grade", score -> score.grade().wireName())
                .integer("runs", SuitabilityScore::runs)
                .time("newest", SuitabilityScore::newest)
                .text("inputs_hash", SuitabilityScore::inputsHash)
                .list();
    }

    private static List<String> failedGates(ProfileScore score) {
        return score.failedGates().stream().map(ProfileScore.FailedGate::gate).toList();
    }
}
