package dev.chipwise.snapshotter.kafka;

import static dev.chipwise.snapshotter.snapshot.Scores.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.snapshot.StatisticalSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTopologyTest {

    private static final VersionKey V1 = new VersionKey("mobilenet", "v1");
    private static final VersionKey V10 = new VersionKey("mobilenet", "v10");

    @TempDir Path state;
    @TempDir Path saved;

    /**
     * A step or store that changes its name loses its state, so a change must be seen in review.
     */
    @Test
    void isAsDescribed() throws IOException {
        var topology = Driver.topology(state, SnapshotterListener.NONE);

        assertThat(topology.describe().toString()).isEqualTo(golden());
    }

    @Test
    void writesOneSnapshotPerVersionAndTick() {
        try (var driver = Driver.start(state)) {
            driver.score(score(V1, "s23", State.WORKS, 0.5));
            driver.score(score(V1, "s24", State.WORKS, 1));
            assertThat(driver.snapshots()).isEmpty();

            driver.tick();

            assertThat(driver.snapshots())
                    .singleElement()
                    .satisfies(
                            record -> {
                                assertThat(record.key).isEqualTo("mobilenet|v1");
                                assertThat(record.value.entries()).hasSize(2);
                                assertThat(record.value.revision()).isEqualTo(1);
                            });
        }
    }

    @Test
    void countsRevisionsOnlyWhereTheContentChanged() {
        try (var driver = Driver.start(state)) {
            driver.score(score(V1, "s24", State.WORKS, 1)).tick();
            driver.score(score(V1, "s24", State.WORKS, 1)).tick();
            driver.score(score(V1, "s24", State.WORKS, 0.9)).tick();

            assertThat(driver.snapshots())
                    .extracting(record -> record.value.revision())
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void keepsVersionsApartWhoseTagsStartAlike() {
        try (var driver = Driver.start(state)) {
            driver.score(score(V10, "s23", State.WORKS, 1));
            driver.score(score(V1, "s24", State.WORKS, 1));
            driver.tick();

            assertThat(driver.snapshots())
                    .extracting(
                            record ->
                                    record.key
                                            + " "
                                            + record.value.entries().get(0).hardware().device())
                    .containsExactlyInAnyOrder("mobilenet|v1 s24", "mobilenet|v10 s23");
        }
    }

    @Test
    void dropsTheEntryOfAWithdrawnScoreAndSaysSo() {
        try (var driver = Driver.start(state)) {
            driver.score(score(V1, "s23", State.WORKS, 1));
            driver.score(score(V1, "s24", State.WORKS, 1)).tick();
            driver.withdraw(score(V1, "s23", State.WORKS, 1)).tick();

            var snapshots = driver.snapshots();
            assertThat(snapshots.get(1).value.entries())
                    .extracting(entry -> entry.hardware().device())
                    .containsExactly("s24");
            assertThat(driver.changes())
                    .extracting(change -> change.kind() + " " + change.hardware().device())
                    .containsExactly("REMOVED s23");
        }
    }

    @Test
    void leavesATombstoneWhenAllScoresAreWithdrawnAndGoesOnCounting() {
        try (var driver = Driver.start(state)) {
            driver.score(score(V1, "s24", State.WORKS, 1)).tick();
            driver.withdraw(score(V1, "s24", State.WORKS, 1)).tick();
            driver.score(score(V1, "s24", State.WORKS, 1)).tick();

            var snapshots = driver.snapshots();
            assertThat(snapshots).hasSize(3);
            assertThat(snapshots.get(1).value).isNull();
            assertThat(snapshots.get(2).value.revision()).isEqualTo(3);
            assertThat(snapshots.get(2).value.contentHash())
                    .isEqualTo(snapshots.get(0).value.contentHash());
        }
    }

    @Test
    void tellsWhatBecameOfAHardwareWithinAVersion() {
        try (var driver = Driver.start(state)) {
            driver.score(score(V1, "s24", State.WORKS, 1)).tick();
            assertThat(driver.changes()).isEmpty();

            driver.score(score(V1, "s24", State.BROKEN, 0)).tick();

            assertThat(driver.changes())
                    .singleElement()
                    .satisfies(
                            change -> {
                                assertThat(change.kind()).isEqualTo(Kind.BROKE);
                                assertThat(change.verdict()).isEqualTo(Verdict.CERTAIN);
                                assertThat(change.fromVersion()).isEqualTo("v1");
                                assertThat(change.toVersion()).isEqualTo("v1");
                            });
        }
    }

    @Test
    void foldsAfterARestartWhatWasMarkedBeforeIt() {
        // Given
        try (var driver = Driver.startAndSave(state, saved)) {
            driver.score(score(V1, "s24", State.WORKS, 1));
            assertThat(driver.snapshots()).isEmpty();
        }

        // When
        try (var driver = Driver.start(saved)) {
            driver.tick();

            // Then
            assertThat(driver.snapshots())
                    .extracting(record -> record.key)
                    .containsExactly("mobilenet|v1");
        }
    }

    @Test
    void comparesAfterARestartWhatWasFoldedBeforeIt() {
        // Given
        try (var driver = Driver.startAndSave(state, saved)) {
            driver.register(V10, "v1");
            driver.score(score(V1, "s24", State.WORKS, 1));
            driver.score(score(V10, "s24", State.BROKEN, 0)).foldOnly();
            assertThat(driver.snapshots()).hasSize(2);
            assertThat(driver.changes()).isEmpty();
        }

        // When
        try (var driver = Driver.start(saved)) {
            driver.tick();

            // Then
            assertThat(driver.changes())
                    .extracting(CompatibilityChange::kind)
                    .containsExactly(Kind.BROKE);
        }
    }

    @Test
    void saysNothingAgainAfterARestart() {
        try (var driver = Driver.startAndSave(state, saved)) {
            driver.score(score(V1, "s24", State.WORKS, 1)).tick();
        }

        try (var driver = Driver.start(saved)) {
            driver.score(score(V1, "s24", State.WORKS, 1)).tick();
            assertThat(driver.snapshots()).isEmpty();

            driver.score(score(V1, "s24", State.WORKS, 0.5)).tick();
            assertThat(driver.snapshots())
                    .extracting(record -> record.value.revision())
                    .containsExactly(2L);
        }
    }

    @Test
    void tellsItsListenerWhatItWrites() {
        var heard = new StringBuilder();
        var listener =
                new SnapshotterListener() {
                    @Override
                    public void snapshotWritten(VersionKey version) {
                        heard.append(version.topicKey()).append(' ');
                    }

                    @Override
                    public void changeTold(CompatibilityChange change) {
                        heard.append(change.kind()).append(' ');
                    }
                };
        try (var driver = Driver.start(state, listener)) {
            driver.score(score(V1, "s24", State.WORKS, 1)).tick();
            driver.score(score(V1, "s25", State.WORKS, 1)).tick();
        }

        assertThat(heard).hasToString("mobilenet|v1 mobilenet|v1 ADDED ");
    }

    @Test
    void settingsRefuseNonsense() {
        var statistics = StatisticalSettings.STANDARD;
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new SnapshotterConfig(Duration.ZERO, second, 1, statistics))
                .hasMessageContaining("tick");
        assertThatThrownBy(() -> new SnapshotterConfig(second, Duration.ZERO, 1, statistics))
                .hasMessageContaining("comparisons");
        assertThatThrownBy(() -> new SnapshotterConfig(second, second, 0, statistics))
                .hasMessageContaining("versions");
    }

    private static String golden() throws IOException {
        try (var in = SnapshotTopologyTest.class.getResourceAsStream("/topology/snapshotter.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
