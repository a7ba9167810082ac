package dev.chipwise.snapshotter.kafka;

import static dev.chipwise.snapshotter.snapshot.Cells.latency;
import static dev.chipwise.snapshotter.snapshot.Cells.steady;
import static dev.chipwise.snapshotter.snapshot.Cells.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.snapshot.Cells;
import dev.chipwise.snapshotter.snapshot.Scores;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeStreamTest {

    private static final VersionKey V1 = new VersionKey("mobilenet", "v1");
    private static final VersionKey V10 = new VersionKey("mobilenet", "v10");
    private static final List<String> DEVICES = List.of("s22", "s23", "s24", "s25");

    @TempDir Path state;
    private Driver driver;

    @BeforeEach
    void start() {
        driver = Driver.start(state);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void reportsAnInjectedRegressionOnceAndNothingElse() {
        // Given
        driver.register(V1, null).register(V10, "v1");
        measure(V1, 10);
        measure(V10, 10);
        driver.cell(cell(V10, "s24", 13)).tick();

        // When
        measure(V10, 10);
        driver.cell(cell(V10, "s24", 13.05)).tick();
        driver.cell(cell(V1, "s23", 10)).tick();

        // Then
        assertThat(driver.changes())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.METRIC);
                            assertThat(change.verdict()).isEqualTo(Verdict.REGRESSED);
                            assertThat(change.hardware().device()).isEqualTo("s24");
                            assertThat(change.metric()).isEqualTo(Cells.LATENCY);
                            assertThat(change.fromVersion()).isEqualTo("v1");
                            assertThat(change.toVersion()).isEqualTo("v10");
                        });
    }

    @Test
    void comparesAVersionWithoutParentWithNothing() {
        driver.register(V1, null).register(V10, null);
        measure(V1, 10);
        measure(V10, 20);
        driver.tick();

        assertThat(driver.changes()).isEmpty();
    }

    @Test
    void comparesAsSoonAsTheParentIsKnownHoweverLate() {
        measure(V1, 10);
        measure(V10, 20);
        driver.tick();
        assertThat(driver.changes()).isEmpty();

        driver.register(V10, "v1").tick();

        assertThat(driver.changes())
                .extracting(CompatibilityChange::verdict)
                .hasSize(DEVICES.size())
                .containsOnly(Verdict.REGRESSED);
    }

    @Test
    void comparesTheChildrenWhenTheirParentChanges() {
        driver.register(V10, "v1");
        measure(V10, 20);
        driver.tick();

        measure(V1, 10);
        driver.tick();

        assertThat(driver.changes()).hasSize(DEVICES.size());
    }

    @Test
    void letsTheEarliestRegistrationNameTheParent() {
        measure(V1, 10);
        measure(V10, 20);
        driver.register(Driver.registration(V10, null, Cells.NOON.minusSeconds(60)));
        driver.register(Driver.registration(V10, "v1", Cells.NOON)).tick();
        assertThat(driver.changes()).isEmpty();

        driver.register(Driver.registration(V10, "v1", Cells.NOON.minusSeconds(90))).tick();

        assertThat(driver.changes()).hasSize(DEVICES.size());
    }

    @Test
    void withdrawsWhatItToldAboutAParentThatIsNone() {
        measure(V1, 10);
        measure(V10, 20);
        driver.register(Driver.registration(V10, "v1", Cells.NOON)).tick();
        driver.changes();

        driver.register(Driver.registration(V10, null, Cells.NOON.minusSeconds(60))).tick();

        assertThat(driver.changes())
                .hasSize(DEVICES.size())
                .allSatisfy(change -> assertThat(change.evidence()).startsWith("withdrawn"));
    }

    @Test
    void takesBackARegressionThatMoreRunsRefute() {
        driver.register(V10, "v1");
        driver.cell(cell(V1, "s24", 10));
        driver.cell(Cells.cell(V10, "s24", "qnn", latency(16))).tick();
        assertThat(driver.changes())
                .extracting(CompatibilityChange::verdict)
                .containsExactly(Verdict.REGRESSED);

        driver.cell(cell(V10, "s24", 10)).tick();

        assertThat(driver.changes())
                .extracting(CompatibilityChange::verdict)
                .containsExactly(Verdict.EQUIVALENT);
    }

    @Test
    void tellsOfHardwareThatBrokeAgainstTheParent() {
        driver.register(V10, "v1");
        driver.score(Scores.score(V1, "s24", State.WORKS, 1));
        driver.score(Scores.score(V10, "s24", State.BROKEN, 0)).tick();

        assertThat(driver.changes())
                .extracting(change -> change.kind() + " " + change.fromVersion())
                .containsExactly("BROKE v1");
    }

    @Test
    void isSilentAboutHardwareThatTheChildHasNotMeasuredYet() {
        driver.register(V10, "v1");
        measure(V1, 10);
        driver.score(Scores.score(V1, "s23", State.WORKS, 1));
        driver.score(Scores.score(V10, "s24", State.WORKS, 1));
        driver.cell(cell(V10, "s24", 10)).tick();

        assertThat(driver.changes()).isEmpty();
    }

    @Test
    void takesNoParentFromARegistrationThatIsNotValid() {
        measure(V1, 10);
        measure(V10, 20);
        driver.register(Driver.registration(V10, "v1", Cells.NOON.plusSeconds(999_999))).tick();

        assertThat(driver.changes()).isEmpty();
    }

    private void measure(VersionKey version, double latency) {
        DEVICES.forEach(device -> driver.cell(cell(version, device, latency)));
    }

    private static CellSummary cell(VersionKey version, String device, double latency) {
        return Cells.cell(
                version,
                device,
                "qnn",
                latency(steady(latency, 9)),
                summary("memory_peak_mb", steady(80, 9)));
    }
}
