package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.Ranked;
import dev.chipwise.snapshotter.store.LatestRow;
import java.util.List;

/** {@code recommendations} and {@code recommendation_log}. */
final class RecommendationTables {

    private RecommendationTables() {}

    static LatestTable<Recommendation> table() {
        var codec = Codecs.recommendation();
        var table =
                new Columns<LatestRow<Recommendation>>()
                        .with(LatestColumns.board(), row -> row)
                        .with(head(), LatestRow::value)
                        .with(leader(), row -> leaderOf(row.value()))
                        .with(rest(), LatestRow::value)
                        .structs(
                                "places",
                                PlaceOnBoard.columns(),
                                row -> PlaceOnBoard.of(row.value()))
                        .with(LatestColumns.whole(codec), row -> row)
                        .with(LatestColumns.place(), row -> row)
                        .of("recommendations");
        return new LatestTable<>(Recommendation.class, codec, table, List.of(log()));
    }

    private static Table<LatestRow<Recommendation>> log() {
        return new Columns<LatestRow<Recommendation>>()
                .with(LatestColumns.board(), row -> row)
                .with(logged(), LatestRow::value)
                .with(LatestColumns.history(), row -> row)
                .of("recommendation_log");
    }

    private static List<Column<Recommendation>> logged() {
        return new Columns<Recommendation>()
                .text("profile", Recommendation::profile)
                .with(
                        new Columns<Ranked>()
                                .text("hardware_id", leader -> leader.hardware().id())
                                .number("score", leader -> leader.score().score())
                                .number("lower", leader -> leader.score().lower())
                                .number("upper", leader -> leader.score().upper())
                                .list(),
                        RecommendationTables::leaderOf)
                .time("as_of", Recommendation::asOf)
                .with(news(), Recommendation::news)
                .list();
    }

    private static List<Column<Recommendation>> head() {
        return new Columns<Recommendation>()
                .text("task", row -> row.workload().task())
                .text("test_case", row -> row.workload().testCase())
                .text("profile", Recommendation::profile)
                .integer("profile_version", Recommendation::profileVersion)
                .time("as_of", Recommendation::asOf)
                .text("evidence", row -> row.evidence().wireName())
                .list();
    }

    private static List<Column<Ranked>> leader() {
        return new Columns<Ranked>()
                .with(SubjectColumns.hardware(), Ranked::hardware)
                .number("score", leader -> leader.score().score())
                .number("lower", leader -> leader.score().lower())
                .number("upper", leader -> leader.score().upper())
                .with(SubjectColumns.configuration(), leader -> leader.score().configuration())
                .number("memory_requirement_mb", leader -> leader.score().memoryRequirementMb())
                .text("grade", leader -> leader.grade().wireName())
                .list();
    }

    private static List<Column<Recommendation>> rest() {
        return new Columns<Recommendation>()
                .integer("ranked", row -> row.ranked().size())
                .integer("excluded", row -> row.excluded().size())
                .texts("metrics_left_out", Recommendation::metricsLeftOut)
                .with(news(), Recommendation::news)
                .list();
    }

    private static List<Column<Recommendation.News>> news() {
        return new Columns<Recommendation.News>()
                .bigint("sequence", Recommendation.News::sequence)
                .flag("material", Recommendation.News::material)
                .text("previous_leader", Recommendation.News::previousLeader)
                .text("cause", Recommendation.News::cause)
                .list();
    }

    private static Ranked leaderOf(Recommendation recommendation) {
        return recommendation.ranked().isEmpty() ? null : recommendation.ranked().get(0);
    }
}
