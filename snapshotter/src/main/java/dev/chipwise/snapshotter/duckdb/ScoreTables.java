package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.snapshotter.store.LatestRow;
import java.util.List;

/** {@code score_records} and {@code score_log_records}; views show both per profile. */
final class ScoreTables {

    private ScoreTables() {}

    static LatestTable<SuitabilityScore> table() {
        var codec = Codecs.suitabilityScore();
        var table =
                new Columns<LatestRow<SuitabilityScore>>()
                        .with(LatestColumns.board(), row -> row)
                        .with(subject(), LatestRow::value)
                        .structs("profiles", perProfile(), row -> row.value().profiles())
                        .with(compatibility(), row -> row.value().compatibility())
                        .with(evidence(), LatestRow::value)
                        .with(LatestColumns.whole(codec), row -> row)
                        .with(LatestColumns.place(), row -> row)
                        .of("score_records");
        return new LatestTable<>(SuitabilityScore.class, codec, table, List.of(log()));
    }

    private static List<Column<SuitabilityScore>> subject() {
        return new Columns<SuitabilityScore>()
                .text("task", score -> score.workload().task())
                .text("test_case", score -> score.workload().testCase())
                .with(SubjectColumns.hardware(), SuitabilityScore::hardware)
                .list();
    }

    private static List<Column<ProfileScore>> perProfile() {
        return new Columns<ProfileScore>()
                .text("profile", ProfileScore::profile)
                .integer("profile_version", ProfileScore::profileVersion)
                .with(standing(), score -> score)
                .number("confidence", ProfileScore::confidence)
                .with(SubjectColumns.configuration(), ProfileScore::configuration)
                .number("memory_requirement_mb", ProfileScore::memoryRequirementMb)
                .texts("failed_gates", ScoreTables::failedGates)
                .list();
    }

    private static Table<LatestRow<SuitabilityScore>> log() {
        return new Columns<LatestRow<SuitabilityScore>>()
                .with(LatestColumns.boardAndHardware(), row -> row)
                .with(logged(), LatestRow::value)
                .with(LatestColumns.history(), row -> row)
                .of("score_log_records");
    }

    private static List<Column<SuitabilityScore>> logged() {
        var perProfile =
                new Columns<ProfileScore>()
                        .text("profile", ProfileScore::profile)
                        .with(standing(), score -> score)
                        .list();
        return new Columns<SuitabilityScore>()
                .structs("profiles", perProfile, SuitabilityScore::profiles)
                .text("state", score -> score.compatibility().state().wireName())
                .number("compatibility_score", score -> score.compatibility().score())
                .text("grade", score -> score.grade().wireName())
                .integer("runs", SuitabilityScore::runs)
                .time("newest", SuitabilityScore::newest)
                .list();
    }

    /** Where a hardware stands under one profile. */
    private static List<Column<ProfileScore>> standing() {
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
