package dev.chipwise.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionsTest {

    @Test
    void keepsTheHighestOffsetOfEachPartition() {
        var positions = new Positions();

        positions.add(new Accepted("a", "benchmark.result.v1", 1, 7));
        positions.add(new Accepted("b", "benchmark.result.v1", 1, 5));
        positions.add(new Accepted("c", "benchmark.result.v1", 0, 2));

        assertThat(positions.lastOffsets())
                .isEqualTo(Map.of("benchmark.result.v1", Map.of(0, 2L, 1, 7L)));
    }
}
