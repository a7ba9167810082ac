package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventIdTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void aFreshIdIsAUuidOfVersion7() {
        var id = UUID.fromString(EventId.fresh(NOON, -1, -1));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void aDerivedIdIsAUuidOfVersion8() {
        var id = UUID.fromString(EventId.derived(NOON, "content"));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void readingAFileTwiceMakesTheSameIds() {
        assertThat(EventId.derived(NOON, "content")).isEqualTo(EventId.derived(NOON, "content"));
        assertThat(EventId.derived(NOON, "content")).isNotEqualTo(EventId.derived(NOON, "other"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfIdsIsTheOrderOfTime(long seed) {
        var random = new Random(seed);
        var later = NOON.plusMillis(1 + random.nextInt(1_000_000));
        var first = EventId.fresh(NOON, random.nextLong(), random.nextLong());
        var second = EventId.fresh(later, random.nextLong(), random.nextLong());
        assertThat(first).isLessThan(second);
        assertThat(EventId.derived(NOON, second)).isLessThan(EventId.derived(later, first));
    }
}
