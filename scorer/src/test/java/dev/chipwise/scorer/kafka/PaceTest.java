package dev.chipwise.scorer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final List<Long> turns = new ArrayList<>();
    private long now;

    @Test
    void restsTwiceAsLongAsItWorked() {
        var pace = new Pace(() -> now, 1);
        var task = pace.join();

        assertThat(playing(task, 10, 100)).containsExactly(0L, 30L, 60L, 90L);
    }

    @Test
    void restsLongerWithEveryTaskOfItsThread() {
        var pace = new Pace(() -> now, 2);
        var task = pace.join();
        pace.join();
        pace.join();

        assertThat(playing(task, 10, 100)).containsExactly(0L, 50L, 100L);
    }

    @Test
    void workThatTakesNoTimeNeedsNoRest() {
        var task = new Pace(() -> now, 1).join();
        assertThat(playing(task, 0, 3)).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void restsOnlyWhileEventsCome() {
        // Given
        var task = new Pace(() -> now, 1).join();
        task.read();
        task.turn(() -> now += 10);

        // When
        task.turn(() -> turns.add(now));

        // Then
        assertThat(turns).containsExactly(10L);
    }

    /** When work that takes so long got its turns, asked at every instant until the end. */
    private List<Long> playing(Pace.Task task, long takes, long end) {
        for (now = 0; now <= end; now++) {
            task.read();
            task.turn(
                    () -> {
                        turns.add(now);
                        now += takes;
                    });
        }
        return turns;
    }
}
