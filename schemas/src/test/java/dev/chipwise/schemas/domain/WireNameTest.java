package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireNameTest {

    @ParameterizedTest
    @EnumSource
    void everyStateIsReadBack(Compatibility.State state) {
        assertThat(Compatibility.State.of(state.wireName())).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void everyGradeIsReadBack(Grade grade) {
        assertThat(Grade.of(grade.wireName())).isEqualTo(grade);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsReadBack(Reason reason) {
        assertThat(Reason.of(reason.code())).isEqualTo(reason);
    }

    @Test
    void aWordFromTheFutureIsUnrecognisedAndNeverAnotherWord() {
        assertThat(Outcome.Status.of("half_ok")).isEqualTo(Outcome.Status.UNRECOGNISED);
        assertThat(Evidence.of("dreamt")).isEqualTo(Evidence.UNRECOGNISED);
        assertThat(Source.Kind.of("")).isEqualTo(Source.Kind.UNRECOGNISED);
        assertThat(Measurement.Provenance.of("MEASURED"))
                .isEqualTo(Measurement.Provenance.UNRECOGNISED);
    }
}
