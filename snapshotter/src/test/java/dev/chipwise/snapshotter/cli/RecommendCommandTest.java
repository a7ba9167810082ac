package dev.chipwise.snapshotter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.Workload;
import dev.chipwise.snapshotter.snapshot.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecommendCommandTest {

    private static final String S24 = "qualcomm/qualcomm/s24";
    private static final String S25 = "qualcomm/qualcomm/s25";

    private final Laboratory laboratory = Laboratory.withTwoVersions();

    @Test
    void ranksTheNewestVersion() {
        laboratory.registered(1, Cells.V1).registered(2, Cells.V2);

        var asked = recommend("mobilenet");

        assertThat(asked.code()).isZero();
        assertThat(asked.column("version")).containsOnly("v2");
        assertThat(asked.column("hardware")).containsExactly(S25, S24);
        assertThat(asked.column("profile")).containsOnly("balanced");
        assertThat(asked.hints()).isEmpty();
    }

    @Test
    void ranksTheVersionAskedForUnderTheProfileAskedFor() {
        var asked = recommend("mobilenet", "--model-version", "v1", "--profile", "battery");

        assertThat(asked.column("hardware")).containsExactly(S24, S25);
        assertThat(asked.column("profile")).containsOnly("battery");
    }

    @Test
    void ranksEveryTestCaseByItself() {
        var words = new Workload(Workload.INFERENCE, "words", null, null);
        var counts = Cells.counts(3, 0, 0);
        var cell = Cells.cell(Cells.V1, words, "s24", "qnn", counts, Cells.latency(5, 5, 5));
        laboratory.measured(Cells.V1, cell, "s24");

        var all = recommend("mobilenet", "--model-version=v1");
        var one = recommend("mobilenet", "--model-version=v1", "--test-case=words");

        assertThat(all.column("test_case")).containsExactly("images", "images", "words");
        assertThat(all.json()).startsWith("[ {");
        assertThat(one.column("hardware")).containsExactly(S24);
        assertThat(one.json()).startsWith("{");
    }

    @Test
    void admitsOnlyWhatIsAskedForAndSaysWhatIsOut() {
        var asked = recommend("mobilenet", "--model-version=v1", "--runtime=qnn");

        assertThat(asked.column("hardware")).containsExactly(S25, S24);
        assertThat(asked.column("rank")).containsExactly("1", "null");
        assertThat(asked.column("reason")).containsExactly("null", "selection");
        assertThat(asked.hints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--runtime=tensorflow",
                "--runtime=QNN",
                "--precision=int4",
                "--batch-size=8",
                "--hardware-type=cuda"
            })
    void saysWhatThereIsWhenNothingIsAsAskedFor(String option) {
        var asked = recommend("mobilenet", "--model-version=v1", option);

        assertThat(asked.code()).isZero();
        assertThat(asked.column("reason")).containsExactly("selection", "selection");
        assertThat(asked.hints())
                .containsExactly(
                        "nothing was measured with all that was asked for; there are runtimes qnn,"
                                + " tflite; precisions fp16; batch sizes 1; hardware types qualcomm");
    }

    @Test
    void understandsOtherSpellingsOfTheCatalogue() {
        var asked = recommend("mobilenet", "--model-version=v1", "--precision=FP16");

        assertThat(asked.column("rank")).containsExactly("1", "2");
    }

    @Test
    void knowsTheMemoryThatOnlyAHardwareProfileSays() {
        var s24 = new Hardware(S24, "qualcomm", "qualcomm", "s24", null, null, null, null, 64.0);
        laboratory.hardware(new HardwareProfile(s24, "a small one", Cells.NOON));

        var asked = recommend("mobilenet", "--model-version=v1");

        assertThat(asked.column("hardware")).containsExactly(S25, S24);
        assertThat(asked.column("reason")).containsExactly("null", "memory");
    }

    @Test
    void showsTheBestFew() {
        assertThat(recommend("mobilenet", "--model-version=v1", "--top-k=1").column("hardware"))
                .containsExactly(S24);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--top-k=0; --top-k 0 is not 1 or more",
                "--batch-size=-1; --batch-size -1 is not 1 or more",
                "--weights=latency=1e308,memory=1e308; a finite sum",
                "--precision=fp99; --precision fp99 is not in the catalogue; there are bf16,",
                "--hardware-type=toaster; --hardware-type toaster is not in the catalogue; there",
                "--profile=fast; --profile fast is unknown",
                "--max-latency=soon; --max-latency soon is not an amount",
            })
    void refusesWithAdvice(String option, String advice) {
        var asked = recommend("mobilenet", option);

        assertThat(asked.failure())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(advice);
        assertThat(asked.answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mobilenet --batch-size=one", "mobilenet --weights=latency", "a b"})
    void refusesArgumentsThatItDoesNotUnderstand(String arguments) {
        var asked = recommend(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.usage()).contains("Usage: recommend");
    }

    @Test
    void findsNothingForAnUnknownModel() {
        assertThat(recommend("bert").failure())
                .isInstanceOf(NothingFound.class)
                .hasMessageContaining("there are mobilenet");
    }

    private Asked recommend(String... arguments) {
        return Asked.of(
                (out, hints) ->
                        new RecommendCommand(
                                laboratory, new RankByLatency(), Catalog.shipped(), out, hints),
                arguments);
    }
}
