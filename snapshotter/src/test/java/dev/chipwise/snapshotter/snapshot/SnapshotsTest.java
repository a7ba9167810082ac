package dev.chipwise.snapshotter.snapshot;

import static dev.chipwise.snapshotter.snapshot.Cells.IMAGES;
import static dev.chipwise.snapshotter.snapshot.Cells.NOON;
import static dev.chipwise.snapshotter.snapshot.Cells.V1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotsTest {

    private static final Workload AUDIO = Cells.workload("audio");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameInWhateverOrderScoresCome(long seed) {
        // Given
        var scores = new ArrayList<SuitabilityScore>();
        for (int i = 0; i < 12; i++) {
            var workload = i % 2 == 0 ? IMAGES : AUDIO;
            scores.add(score(workload, "d" + i, NOON.plusSeconds(i), profile("balanced", 0.1 * i)));
        }
        var expected = Snapshots.of(V1, scores, 1);
        // When
        Collections.shuffle(scores, new Random(seed));
        var snapshot = Snapshots.of(V1, scores, 1);
        // Then
        assertThat(snapshot).isEqualTo(expected);
    }

    @Test
    void ordersEntriesByWorkloadThenHardware() {
        var snapshot =
                Snapshots.of(
                        V1,
                        List.of(
                                score(IMAGES, "b", NOON),
                                score(IMAGES, "a", NOON),
                                score(AUDIO, "z", NOON)),
                        1);

        assertThat(snapshot.entries())
                .extracting(entry -> entry.workload().testCase() + " " + device(entry))
                .containsExactly("audio z", "images a", "images b");
    }

    @Test
    void showsTheBalancedProfileAndOtherwiseTheFirst() {
        var balanced = score(IMAGES, "a", NOON, profile("aaa", 0.9), profile("balanced", 0.4));
        var other = score(IMAGES, "b", NOON, profile("aaa", 0.9), profile("zzz", 0.4));

        assertThat(Snapshots.entry(balanced).suitability()).isEqualTo(0.4);
        assertThat(Snapshots.entry(balanced).configuration().runtime()).isEqualTo("balanced");
        assertThat(Snapshots.entry(other).suitability()).isEqualTo(0.9);
    }

    @Test
    void shutsOutWhatHasNoProfileAtAll() {
        var entry = Snapshots.entry(score(IMAGES, "a", NOON));

        assertThat(entry.suitability()).isZero();
        assertThat(entry.configuration()).isNull();
    }

    @Test
    void hashesWhatItSaysAndNotWhenItSaysIt() {
        var now = Snapshots.of(V1, List.of(score(IMAGES, "a", NOON, profile("balanced", 0.4))), 1);
        var later =
                Snapshots.of(V1, List.of(score(IMAGES, "a", NOON, profile("balanced", 0.4))), 9);
        var other =
                Snapshots.of(V1, List.of(score(IMAGES, "a", NOON, profile("balanced", 0.5))), 1);

        assertThat(later.contentHash()).isEqualTo(now.contentHash());
        assertThat(other.contentHash()).isNotEqualTo(now.contentHash());
    }

    @Test
    void isAsOfTheNewestEntry() {
        var scores =
                List.of(
                        score(IMAGES, "a", NOON.plusSeconds(60)),
                        score(IMAGES, "b", NOON.plusSeconds(5)));

        assertThat(Snapshots.of(V1, scores, 1).asOf()).isEqualTo(NOON.plusSeconds(60));
    }

    private static String device(Entry entry) {
        return entry.hardware().device();
    }

    private static SuitabilityScore score(
            Workload workload, String device, Instant newest, ProfileScore... profiles) {
        return Scores.score(V1, workload, device, State.WORKS, newest, profiles);
    }

    private static ProfileScore profile(String id, double score) {
        return Scores.profile(id, score);
    }
}
