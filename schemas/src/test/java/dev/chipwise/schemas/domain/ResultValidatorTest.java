package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.chipwise.schemas.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultValidatorTest {

    /** Reasons that need more than the event: its record, or other events. */
    private static final Set<Reason> FOUND_ELSEWHERE =
            EnumSet.of(
                    Reason.MISSING_VALUE,
                    Reason.KEY_MISMATCH,
                    Reason.CONFLICTING_DUPLICATE,
                    Reason.CONFLICTING_VERSION,
                    Reason.UNREADABLE);

    private final ResultValidator validator = new ResultValidator(Catalog.shipped());

    static Stream<RejectedEvents.Case> rejected() {
        return RejectedEvents.all();
    }

    static Stream<Event> accepted() {
        var result = Samples.benchmark(1);
        return Stream.of(
                result,
                Samples.battery(2),
                Samples.version(3),
                Samples.retraction(4, result),
                Samples.result(5).failing(Outcome.Status.UNSUPPORTED, "unsupported_op").benchmark(),
                Samples.result(6).failing(Outcome.Status.SKIPPED, null).battery(),
                Samples.result(7).with(Evidence.MOCK).benchmark(),
                Samples.result(8).measuring("temperature_rise_c", -2).battery());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rejected")
    void rejects(RejectedEvents.Case wrong) {
        assertThat(validator.validate(wrong.event(), Samples.RECORDED_AT))
                .asInstanceOf(type(Verdict.Rejected.class))
                .satisfies(
                        verdict -> {
                            assertThat(verdict.reason()).isEqualTo(wrong.reason());
                            assertThat(verdict.detail()).isNotBlank();
                            assertThat(verdict.event()).isSameAs(wrong.event());
                        });
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void accepts(Event event) {
        assertThat(validator.validate(event, Samples.RECORDED_AT))
                .isEqualTo(new Verdict.Accepted(event));
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasAnExample(Reason reason) {
        boolean shown = RejectedEvents.all().anyMatch(wrong -> wrong.reason() == reason);
        assertThat(shown).isNotEqualTo(FOUND_ELSEWHERE.contains(reason));
    }

    @Test
    void aClockMayBeFiveMinutesAhead() {
        var recordedAt = Samples.RECORDED_AT;
        var event = Samples.result(1).at(recordedAt.plus(Duration.ofMinutes(5))).benchmark();
        assertThat(validator.validate(event, recordedAt)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void aResultMayBeAsOldAsTheCentury() {
        var event = Samples.result(1).at(Instant.parse("2000-01-01T00:00:00Z")).benchmark();
        assertThat(validator.validate(event, Samples.RECORDED_AT))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void namesAndLabelsMayBeAsLongAsTheLimit() {
        var event = Samples.result(1).of("m".repeat(256), "v1").benchmark();
        assertThat(validator.validate(event, Samples.RECORDED_AT))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void equalPercentilesAreInOrder() {
        var event =
                Samples.result(1)
                        .measuring("latency_p50_ms", 5)
                        .measuring("latency_p99_ms", 5)
                        .benchmark();
        assertThat(validator.validate(event, Samples.RECORDED_AT))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void theDetailSaysWhichFieldHoldsWhatAndWhatItShould() {
        var hardware = new Hardware("nvidia/nvidia/rtx", "nvidia", "nvidia", "rtx");
        assertThat(details(Samples.result(1).on(hardware).benchmark()))
                .containsExactly("hardware.type must be written 'cuda', not 'nvidia'");
        assertThat(details(Samples.result(1).measuring("latency_mean_ms", 0).benchmark()))
                .containsExactly("latency_mean_ms is 0; leave out what was not measured");
    }

    private List<String> details(Event event) {
        var verdict = (Verdict.Rejected) validator.validate(event, Samples.RECORDED_AT);
        return List.of(verdict.detail());
    }
}
