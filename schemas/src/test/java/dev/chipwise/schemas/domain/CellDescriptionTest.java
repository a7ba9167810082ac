package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.samples.Samples;
import org.junit.jupiter.api.Test;

class CellDescriptionTest {

    private final CellDescription older = CellDescription.of(Samples.benchmark(1));
    private final CellDescription newer =
            CellDescription.of(Samples.result(2).on(Samples.gpu()).benchmark());

    @Test
    void theNewestResultDescribesTheCell() {
        assertThat(older.newer(newer)).isEqualTo(newer);
        assertThat(newer.newer(older)).isEqualTo(newer);
    }

    @Test
    void oneIdWithTwoContentsIsDecidedTheSameWayInEitherOrder() {
        var other = CellDescription.of(Samples.result(1).on(Samples.gpu()).benchmark());
        assertThat(older.newer(other)).isEqualTo(other.newer(older));
    }
}
