package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Readings;
import dev.chipwise.schemas.domain.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WindowTest {

    @Test
    void keepsTheNewestRunsOldestFirst() {
        var window = Window.of(2, List.of(run(3, 1), run(1, 1), run(2, 1)));
        assertThat(window.runs()).containsExactly(run(2, 1), run(3, 1));
    }

    @Test
    void saysWhatToWriteAndWhatFellOut() {
        // Given
        var full = Window.of(2, List.of(run(1, 1), run(2, 1)));

        // When
        var insertion = full.insert(run(3, 1));

        // Then
        assertThat(insertion.stored()).contains(run(3, 1));
        assertThat(insertion.evicted()).contains(run(1, 1));
        assertThat(insertion.changed()).isTrue();
        assertThat(insertion.conflict()).isFalse();
    }

    @Test
    void aRunOlderThanAFullWindowChangesNothing() {
        var full = Window.of(2, List.of(run(2, 1), run(3, 1)));
        var insertion = full.insert(run(1, 1));
        assertThat(insertion.changed()).isFalse();
        assertThat(insertion.window()).isEqualTo(full);
        assertThat(insertion.evicted()).isEmpty();
    }

    @Test
    void theSameRunAgainChangesNothing() {
        var window = Window.of(2, List.of(run(1, 1)));
        var insertion = window.insert(run(1, 1));
        assertThat(insertion.changed()).isFalse();
        assertThat(insertion.conflict()).isFalse();
    }

    @Test
    void aRetractionKeepsTheSlotAndDropsTheContent() {
        var window = Window.of(2, List.of(run(1, 7), run(2, 7)));
        var insertion = window.insert(retraction(1));
        assertThat(insertion.stored()).contains(retraction(1));
        assertThat(insertion.window().runs()).containsExactly(retraction(1), run(2, 7));
    }

    @Test
    void aRetractionMayArriveBeforeItsRun() {
        var insertion = Window.of(2, List.of(retraction(1))).insert(run(1, 7));
        assertThat(insertion.changed()).isFalse();
        assertThat(insertion.conflict()).isFalse();
        assertThat(insertion.window().runs()).containsExactly(retraction(1));
    }

    @Test
    void otherContentUnderTheSameIdIsAConflictThatNamesTheLoser() {
        // Given
        var one = Window.of(2, List.of(run(1, 7))).insert(run(1, 8));
        var other = Window.of(2, List.of(run(1, 8))).insert(run(1, 7));

        // Then
        assertThat(one.conflict()).isTrue();
        assertThat(other.conflict()).isTrue();
        assertThat(one.window()).isEqualTo(other.window());
        assertThat(one.loser()).isEqualTo(other.loser()).isPresent();
        assertThat(one.changed()).isNotEqualTo(other.changed());
    }

    @Test
    void refusesToKeepNothing() {
        assertThatThrownBy(() -> Window.empty(0)).hasMessageContaining("at least one");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderDuplicationRetractionAndConflictEndInTheSameWindow(long seed) {
        // Given
        var random = new Random(seed);
        var arrivals = arrivals(random);
        var messy = new ArrayList<>(arrivals);
        arrivals.stream().filter(run -> random.nextBoolean()).forEach(messy::add);
        Collections.shuffle(messy, random);

        // When
        var tidy = Window.of(8, arrivals);
        var fromMessy = Window.of(8, messy);

        // Then
        assertThat(fromMessy).isEqualTo(tidy);
        assertThat(tidy.runs()).isSorted().hasSizeLessThanOrEqualTo(8);
        var newest =
                new TreeSet<>(arrivals)
                        .descendingSet().stream().limit(8).map(Run::eventId).toList();
        assertThat(tidy.runs())
                .extracting(Run::eventId)
                .containsExactlyInAnyOrderElementsOf(newest);
    }

    /** What a listener that only applies stored and evicted slots would hold. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSlotsToldAreTheSlotsKept(long seed) {
        var random = new Random(seed);
        var slots = new TreeSet<Run>();
        var window = Window.empty(8);
        for (var run : arrivals(random)) {
            var insertion = window.insert(run);
            insertion.evicted().ifPresent(slots::remove);
            insertion
                    .stored()
                    .ifPresent(
                            slot -> {
                                slots.remove(slot);
                                slots.add(slot);
                            });
            window = insertion.window();
        }
        assertThat(List.copyOf(slots)).isEqualTo(window.runs());
    }

    private static List<Run> arrivals(Random random) {
        var arrivals = new ArrayList<Run>();
        int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            int minute = random.nextInt(20);
            arrivals.add(
                    random.nextInt(5) == 0
                            ? retraction(minute)
                            : run(minute, 1 + random.nextInt(3)));
        }
        return arrivals;
    }

    private static Run run(int minute, double latency) {
        var template = Trial.on("cpu/acme/one").number(minute).run();
        var readings = Readings.of(Map.of(10, latency));
        return new Run(
                template.occurredAt(),
                template.eventId(),
                false,
                Outcome.Status.OK,
                null,
                readings);
    }

    private static Run retraction(int minute) {
        return Run.retracted(Trial.retraction(Trial.on("cpu/acme/one").number(minute).result()));
    }
}
