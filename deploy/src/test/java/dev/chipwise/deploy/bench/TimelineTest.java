package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline timeline = new Timeline(Instant.parse("2026-11-20T10:00:00Z"), -500);

    @Test
    void leadsToTheTimeOfDayAndBack() {
        var instant = timeline.instant(1_999_500);

        assertThat(instant).isEqualTo("2026-11-20T10:00:00.002Z");
        assertThat(timeline.nanos(instant)).isEqualTo(1_999_500);
    }

    @Test
    void keepsWhatAnEventKeeps() {
        assertThat(timeline.instant(1_500)).isEqualTo("2026-11-20T10:00:00.000002Z");
        assertThat(timeline.instant(1_499)).isEqualTo("2026-11-20T10:00:00.000001Z");
    }
}
