package dev.chipwise.snapshotter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.snapshot.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {

    private static final VersionKey BERT = new VersionKey("bert", "v2");

    private final Laboratory laboratory = Laboratory.withTwoVersions();

    @Test
    void findsWhatBecameSlower() {
        var asked = diff("mobilenet", "--from=v1", "--to=v2");

        assertThat(asked.code()).isZero();
        assertThat(asked.column("hardware"))
                .containsExactly("qualcomm/qualcomm/s24", "qualcomm/qualcomm/s25");
        assertThat(asked.column("verdict")).containsExactly("regressed", "equivalent");
        assertThat(asked.column("from")).containsOnly("v1");
        assertThat(asked.json()).contains("\"metric/regressed\" : 1");
    }

    @Test
    void comparesAllModelsThatHaveEitherVersion() {
        laboratory.measured(BERT, "s24", "tflite", 90);

        var asked = diff("--from=v1", "--to=v2");

        assertThat(asked.column("model")).contains("bert", "mobilenet");
        assertThat(asked.column("kind")).contains("added", "metric");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--verdict=regressed; 1",
                "--verdict=REGRESSED,equivalent; 2",
                "--verdict=improved; 0",
                "--threshold=50%; 2",
                "--margin=150; 2",
            })
    void showsAndJudgesAsAsked(String option, int rows) {
        var asked = diff("mobilenet", "--from=v1", "--to=v2", option);

        assertThat(asked.code()).isZero();
        assertThat(asked.rows().rows()).hasSize(rows);
    }

    @Test
    void judgesByTheRatioThatIsGiven() {
        var half = diff("mobilenet", "--from=v1", "--to=v2", "--threshold", "50%");
        var all = diff("mobilenet", "--from=v1", "--to=v2", "--threshold", "99.9");
        var wide = diff("mobilenet", "--from=v1", "--to=v2", "--margin", "150%");

        assertThat(half.column("verdict")).containsExactly("regressed", "equivalent");
        assertThat(half.column("p_value")).containsOnly("null");
        assertThat(all.column("verdict")).containsExactly("regressed", "equivalent");
        assertThat(wide.column("verdict")).doesNotContain("regressed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "mobilenet --from=v1 --to=v22 # version 'v22' of 'mobilenet'; there are v1, v2, v3",
                "mobilenet --from=1 --to=v2 # version '1' of 'mobilenet'; there are v1, v2, v3",
                "mobilenet --from=v2 --to=v3 # version 'v3'; there are v1, v2",
                "--from=v1 --to=v22 # version 'v22'; there are v1, v2",
                "bert --from=v1 --to=v2 # version 'v1' of 'bert'; there are v2",
                "gpt --from=v1 --to=v2 # model 'gpt'; there are bert, mobilenet",
            })
    void doesNotCallEverythingRemovedWhenAVersionIsASlip(String arguments, String advice) {
        laboratory
                .measured(BERT, "s24", "tflite", 90)
                .registered(1, new VersionKey("mobilenet", "v3"));

        assertThat(diff(arguments.split(" ")).failure())
                .isInstanceOf(NothingFound.class)
                .hasMessage("no results for " + advice);
    }

    @Test
    void hasNothingToCompareInAnEmptyStore() {
        var empty = new Laboratory();

        var asked =
                Asked.of(
                        (out, hints) -> new DiffCommand(empty, Cells.CATALOG, out),
                        "--from=v1",
                        "--to=v2");

        assertThat(asked.failure())
                .isInstanceOf(NothingFound.class)
                .hasMessageContaining("publish some first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--threshold=ten; --threshold ten is not a percentage such as 10%",
                "--threshold=NaN; --threshold NaN is not a percentage such as 10%",
                "--margin=-2%; --margin -2% is not a percentage such as 10%",
                "--threshold=0; a threshold is between 0 and 1",
                "--threshold=10% --margin=2%; so it has no --margin",
                "--verdict=worse; --verdict worse is not one of regressed, improved,",
                "--verdict=unrecognised; --verdict unrecognised is not one of",
            })
    void refusesWithAdvice(String options, String advice) {
        var arguments = ("mobilenet --from=v1 --to=v2 " + options).split(" ");

        assertThat(diff(arguments).failure())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(advice);
    }

    @Test
    void wantsBothVersions() {
        var asked = diff("mobilenet", "--from=v1");

        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.usage()).contains("Missing required option: '--to=TAG'");
    }

    private Asked diff(String... arguments) {
        return Asked.of((out, hints) -> new DiffCommand(laboratory, Cells.CATALOG, out), arguments);
    }
}
