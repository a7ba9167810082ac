package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private long now = 7 * SECOND;
    private final List<Long> pauses = new ArrayList<>();

    @Test
    void beatsEvenly() {
        var pace = new Pace(4, now, () -> now, this::pause);

        var beats = List.of(pace.next(), pace.next(), pace.next());

        assertThat(beats).containsExactly(now(0), now(SECOND / 4), now(SECOND / 2));
        assertThat(pauses).containsExactly(SECOND / 4, SECOND / 4);
    }

    @Test
    void keepsTheRateOverALongTimeThoughABeatIsNoWholeNanosecond() {
        var pace = new Pace(3, now, () -> now, this::pause);

        for (int i = 0; i < 3 * 3600; i++) {
            pace.next();
        }

        assertThat(pace.next()).isEqualTo(now(3600 * SECOND));
    }

    @Test
    void catchesUpAfterADelayAndSaysWhenTheLateBeatsWereDue() {
        var pace = new Pace(2, now, () -> now, this::pause);
        pace.next();

        now += 2 * SECOND;
        var late = List.of(pace.next(), pace.next(), pace.next());

        assertThat(late).containsExactly(now(SECOND / 2), now(SECOND), now(3 * SECOND / 2));
        assertThat(pauses).isEmpty();
    }

    @Test
    void saysBeforehandWhenABeatIsDue() {
        var pace = new Pace(4, now, () -> now, this::pause);

        assertThat(List.of(pace.due(0), pace.due(5))).containsExactly(now(0), now(5 * SECOND / 4));
        assertThat(pace.next()).isEqualTo(pace.due(0));
    }

    @Test
    void waitsOnWhenAPauseWasTooShort() {
        var pace = new Pace(1, now, () -> now, left -> pause(Math.min(left, SECOND / 4)));
        pace.next();

        pace.next();

        assertThat(pauses).hasSize(4);
        assertThat(now).isEqualTo(now(SECOND));
    }

    @Test
    void refusesARateThatNeverBeats() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pace(0, now, () -> now, this::pause));
    }

    private void pause(long nanos) {
        pauses.add(nanos);
        now += nanos;
    }

    private static long now(long afterStart) {
        return 7 * SECOND + afterStart;
    }
}
