package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Compatibility.Level;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityRulesTest {

    private static final String PHONE = "qualcomm/acme/phone";

    /**
     * A run each, oldest first: o succeeded, x crashed, u was said to be unsupported, s was
     * skipped.
     */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "o, WORKS, FULL",
        "oooo, WORKS, FULL",
        "os, WORKS, FULL",
        "s, UNTESTED, EXPERIMENTAL",
        "x, SUSPECT, EXPERIMENTAL",
        "ox, SUSPECT, EXPERIMENTAL",
        "oxs, SUSPECT, EXPERIMENTAL",
        "xx, BROKEN, NOT_SUPPORTED",
        "ooooxx, BROKEN, NOT_SUPPORTED",
        "xo, FLAKY, EXPERIMENTAL",
        "xxoo, FLAKY, EXPERIMENTAL",
        "xooooooooooooooooooo, WORKS, FULL",
        "xoooooooooooooooooo, FLAKY, EXPERIMENTAL",
        "u, UNSUPPORTED, NOT_SUPPORTED",
        "uu, UNSUPPORTED, NOT_SUPPORTED",
        "ou, SUSPECT, EXPERIMENTAL",
        "ux, BROKEN, NOT_SUPPORTED"
    })
    void stateFollowsFromHowRunsEnded(String story, State state, Level level) {
        var compatibility = judged(runs(story));
        assertThat(compatibility.state()).isEqualTo(state);
        assertThat(compatibility.level()).isEqualTo(level);
    }

    /** Layers on the NPU and on the CPU, run by run. */
    @ParameterizedTest(name = "{0}/{1} then {2}/{3} is {4}, {5}")
    @CsvSource({
        "104, 0, 104, 0, WORKS, FULL",
        "104, 0, 60, 44, DEGRADED, PARTIAL",
        "104, 0, 20, 84, DEGRADED, LIMITED",
        "104, 0, 0, 104, DEGRADED, LIMITED",
        "4, 100, 0, 104, DEGRADED, LIMITED",
        "60, 44, 104, 0, WORKS, FULL",
        "104, 0, 102, 2, WORKS, FULL",
        "30, 22, 60, 44, WORKS, PARTIAL",
        "0, 50, 0, 50, WORKS, LIMITED"
    })
    void losingLayersToTheCpuDegrades(
            int npu, int cpu, int npuNow, int cpuNow, State state, Level level) {
        var compatibility =
                judged(
                        List.of(
                                Trial.on(PHONE).number(1).latency(9).layers(npu, cpu),
                                Trial.on(PHONE).number(2).latency(9).layers(npuNow, cpuNow)));
        assertThat(compatibility.state()).isEqualTo(state);
        assertThat(compatibility.level()).isEqualTo(level);
    }

    @Test
    void runningOnTheCpuIsFullWhenTheCpuWasAskedFor() {
        var asked = Trial.on(PHONE).delegate("cpu").latency(9).layers(0, 50);
        var onlyCpu = Trial.on("cpu/acme/board").latency(9).layers(0, 50);
        assertThat(judged(List.of(asked)).level()).isEqualTo(Level.FULL);
        assertThat(judged(List.of(onlyCpu)).level()).isEqualTo(Level.FULL);
    }

    @Test
    void aHardwareIsAsCompatibleAsItsBestConfiguration() {
        // Given
        var trials = runs("xx");
        trials.addAll(
                List.of(
                        Trial.on(PHONE).precision("fp16").number(1).latency(9),
                        Trial.on(PHONE).precision("fp16").number(2).latency(9)));

        // When
        var compatibility = judged(trials);

        // Then
        assertThat(compatibility.state()).isEqualTo(State.WORKS);
        assertThat(compatibility.score()).isCloseTo(StrictMath.sqrt(0.05), within(1e-6));
        assertThat(compatibility.successes()).isEqualTo(2);
        assertThat(compatibility.failures()).isEqualTo(2);
        assertThat(compatibility.failureClasses()).containsEntry("crash", 2);
        assertThat(compatibility.evidenceIds()).hasSize(2);
    }

    @Test
    void moreSuccessesMakeMoreCertain() {
        assertThat(judged(runs("o")).score()).isCloseTo(0.05, within(1e-6));
        assertThat(judged(runs("oooooooooo")).score()).isGreaterThan(0.7);
        assertThat(judged(runs("xx")).score()).isZero();
    }

    private static List<Trial> runs(String story) {
        var trials = new ArrayList<Trial>();
        for (char end : story.toCharArray()) {
            var trial = Trial.on(PHONE).number(trials.size());
            trials.add(
                    switch (end) {
                        case 'o' -> trial.latency(9);
                        case 'x' -> trial.failed("crash");
                        case 'u' -> trial.ended(Outcome.Status.UNSUPPORTED, "unsupported_op");
                        default -> trial.ended(Outcome.Status.SKIPPED, null);
                    });
        }
        return trials;
    }

    private static Compatibility judged(List<Trial> trials) {
        var hardware = trials.get(0).result().subject().hardware().id();
        return Asked.scoreOf(hardware, trials.toArray(Trial[]::new)).compatibility();
    }
}
