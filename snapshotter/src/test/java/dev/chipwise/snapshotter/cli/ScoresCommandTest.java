package dev.chipwise.snapshotter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.VersionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresCommandTest {

    private static final VersionKey BERT = new VersionKey("bert", "v1");

    private final Laboratory laboratory =
            Laboratory.withTwoVersions().measured(BERT, "s24", "tflite", 90);

    @Test
    void showsEveryScoreUnderEveryProfile() {
        var asked = scores();

        assertThat(asked.code()).isZero();
        assertThat(asked.rows().rows()).hasSize(10);
        assertThat(asked.column("model")).startsWith("bert", "bert", "mobilenet");
    }

    @ParameterizedTest
    @CsvSource({
        "--model=bert, 2",
        "--model=mobilenet, 8",
        "--model-version=v1, 6",
        "--profile=battery, 5",
        "--model=mobilenet --model-version=v2 --profile=battery, 2",
    })
    void showsOnlyWhatIsAskedFor(String options, int rows) {
        assertThat(scores(options.split(" ")).rows().rows()).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--model=brt; no scores for that; there are bert v1, mobilenet v1, mobilenet v2",
                "--model-version=v9; no scores for that; there are bert v1, mobilenet v1,",
                "--profile=fast; no scores under profile 'fast'; there are balanced, battery",
            })
    void saysWhatThereIsInstead(String option, String advice) {
        assertThat(scores(option).failure())
                .isInstanceOf(NothingFound.class)
                .hasMessageStartingWith(advice);
    }

    @Test
    void saysThatThereIsNothingYet() {
        var empty = new Laboratory();

        assertThat(Asked.of((out, hints) -> new ScoresCommand(empty, out)).failure())
                .hasMessage("no scores for that; there are none yet; publish some first");
    }

    private Asked scores(String... arguments) {
        return Asked.of((out, hints) -> new ScoresCommand(laboratory, out), arguments);
    }
}
