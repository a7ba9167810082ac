package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.Excluded;
import dev.chipwise.schemas.domain.Recommendation.Ranked;
import java.util.List;
import java.util.stream.Stream;

/** One hardware of a recommendation, ranked or excluded: a row of {@code recommendation_ranks}. */
record PlaceOnBoard(
        Hardware hardware, Compatibility.State state, Ranked ranked, Excluded excluded) {

    static List<Column<PlaceOnBoard>> columns() {
        return new Columns<PlaceOnBoard>()
                .with(SubjectColumns.hardware(), PlaceOnBoard::hardware)
                .with(standing(), PlaceOnBoard::score)
                .text("state", place -> place.state().wireName())
                .with(evidence(), PlaceOnBoard::ranked)
                .with(configuration(), PlaceOnBoard::score)
                .with(gate(), PlaceOnBoard::excluded)
                .list();
    }

    static List<PlaceOnBoard> of(Recommendation recommendation) {
        return Stream.concat(
                        recommendation.ranked().stream()
                                .map(at -> new PlaceOnBoard(at.hardware(), at.state(), at, null)),
                        recommendation.excluded().stream()
                                .map(
                                        out ->
                                                new PlaceOnBoard(
                                                        out.hardware(), out.state(), null, out)))
                .toList();
    }

    private ProfileScore score() {
        return ranked == null ? null : ranked.score();
    }

    private static List<Column<ProfileScore>> standing() {
        return new Columns<ProfileScore>()
                .integer("rank", ProfileScore::rank)
                .integer("tier", ProfileScore::tier)
                .number("score", ProfileScore::score)
                .number("lower", ProfileScore::lower)
                .number("upper", ProfileScore::upper)
                .number("confidence", ProfileScore::confidence)
                .list();
    }

    private static List<Column<Ranked>> evidence() {
        return new Columns<Ranked>()
                .text("grade", at -> at.grade().wireName())
                .integer("runs", Ranked::runs)
                .list();
    }

    private static List<Column<ProfileScore>> configuration() {
        return new Columns<ProfileScore>()
                .with(SubjectColumns.configuration(), ProfileScore::configuration)
                .number("memory_requirement_mb", ProfileScore::memoryRequirementMb)
                .list();
    }

    private static List<Column<Excluded>> gate() {
        return new Columns<Excluded>()
                .text("gate", Excluded::gate)
                .text("detail", Excluded::detail)
                .list();
    }
}
