package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossesTest {

    @Test
    void whatIsKeptAsOftenAsItWasAcknowledgedIsNoLossInAnyOrder() {
        var losses = Losses.between(List.of("a", "b", "a"), List.of("a", "a", "b"));

        assertThatCode(losses::refuse).doesNotThrowAnyException();
    }

    @Test
    void countsWhatIsMissingAndWhatIsThereTooOften() {
        var losses = Losses.between(List.of("a", "b", "b", "c"), List.of("a", "a", "c", "x"));

        assertThat(losses).isEqualTo(new Losses(2, 2, "a"));
    }

    @Test
    void oneThatIsTwiceThereDoesNotMakeUpForOneThatIsNot() {
        assertThatIllegalStateException()
                .isThrownBy(Losses.between(List.of("a", "b"), List.of("b", "b"))::refuse)
                .withMessage(
                        "1 acknowledged records are not on the topic and 1 are there too often,"
                                + " such as a");
    }
}
