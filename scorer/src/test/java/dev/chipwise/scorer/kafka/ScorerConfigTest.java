package dev.chipwise.scorer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScorerConfigTest {

    @Test
    void whatIsHeldOfAllTasksStaysWithinAShareOfASmallHeap() {
        long heap = 512L << 20;

        var config = ScorerConfig.within(heap, 12);

        assertThat(12L * (config.cachedRunBytes() + config.cachedBoardBytes()))
                .isLessThanOrEqualTo(heap / 4);
        assertThat(config.windowSize()).isEqualTo(ScorerConfig.DEFAULT.windowSize());
    }

    @Test
    void aLargeHeapGivesTheDefault() {
        assertThat(ScorerConfig.within(64L << 30, 4)).isEqualTo(ScorerConfig.DEFAULT);
    }
}
