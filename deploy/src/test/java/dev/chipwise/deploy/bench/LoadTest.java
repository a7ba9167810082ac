package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Catalog CATALOG = Catalog.shipped();
    private static final Instant FROM = Instant.parse("2026-11-20T10:00:00Z");

    private final Load load = load(LoadShape.small(4));

    @Test
    void measuresEveryCellOfEveryModelOnce() {
        assertThat(load.once(0, 4))
                .extracting(it -> it.subject().cell())
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(load.once(2, 3)).extracting(Result::modelName).containsOnly("small-boards-2");
    }

    @Test
    void measuresTheFirstModelsAsOftenAsAWindowIsLong() {
        var runs =
                load.often(2, 32)
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.subject().cell(), Collectors.counting()));

        assertThat(runs).hasSize(10).allSatisfy((cell, count) -> assertThat(count).isEqualTo(32));
    }

    @Test
    void comesFromAllOverTheModelsWhenItIsLessThanTheirCells() {
        assertThat(load.mixed(4, 4)).extracting(Result::modelName).doesNotHaveDuplicates();
        assertThat(load.mixed(4, 40))
                .extracting(it -> it.subject().cell())
                .hasSize(40)
                .satisfies(cells -> assertThat(cells.stream().distinct()).hasSize(20));
    }

    @Test
    void hasBoardsOfTheSizeAskedFor() {
        var large = load(LoadShape.large(1)).once(0, 1).toList();

        assertThat(large)
                .hasSize(500)
                .extracting(it -> it.subject().board())
                .containsOnly(large.get(0).subject().board());
        assertThat(load(LoadShape.hot()).once(0, 1)).hasSize(40);
    }

    @Test
    void occursInOrderOfArrivalFromTheTimeItIsContinuedAt() {
        var first = load.mixed(4, 30);
        load.continueAt(FROM.plusSeconds(60));
        var second = load.mixed(4, 30);

        assertThat(Stream.concat(first.stream(), second.stream()))
                .isSortedAccordingTo(Comparator.comparing(it -> it.envelope().occurredAt()));
        assertThat(second.get(0).envelope().occurredAt()).isAfter(FROM.plusSeconds(60));
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(load(LoadShape.small(4)).mixed(4, 50)).isEqualTo(load.mixed(4, 50));
    }

    @Test
    void holdsNothingThatWouldBeRefusedOrSaysNothing() {
        var validator = new ResultValidator(CATALOG);
        List<Result> results = load.mixed(4, 100);

        assertThat(results)
                .noneMatch(it -> it.measurements().isEmpty())
                .allMatch(
                        it ->
                                validator.validate(it, FROM.plusSeconds(1))
                                        instanceof Verdict.Accepted)
                .extracting(it -> it.envelope().eventId())
                .doesNotHaveDuplicates();
    }

    private static Load load(LoadShape shape) {
        return new Load(shape, CATALOG, 1, FROM);
    }
}
