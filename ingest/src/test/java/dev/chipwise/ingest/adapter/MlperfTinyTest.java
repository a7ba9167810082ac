package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.adapter.Parsed.LeftOut;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MlperfTinyTest {

    static final String HEADER =
            "Organization,Division,BoardName,SystemDesc,Model,MlperfModel,Result,ResultUnit,"
                    + "Accuracy,HasPower,Power,PowerUnit,InferenceFramework\n";
    static final String ROW =
            "\"Acme\",closed,\"Board, big\",Board_int8,ic,ic,\"20.5\",inf./sec.,\"87.0\",True,"
                    + "\"500\",uJ/inf.,Engine 1.2\n";
    static final String TABLE =
            "[{\"Organization\": \"Acme\", \"__Organization\": \"acme\", \"__System\": \"board\","
                    + " \"Benchmark\": \"ad\", \"Board Name\": \"Board\", \"Division\": \"open\","
                    + " \"Result\": 20.5, \"median_throughput_metric\": \"inf./sec.\","
                    + " \"median_energy_cost\": 500, \"median_energy_cost_metric\": \"uj/inf.\","
                    + " \"Accuracy\": 79.4, \"accuracy_AUC\": 0.86, \"version\": \"v1.0\","
                    + " \"Operating System\": {\"RTOS\": 1}}]";

    private final Format format = new MlperfTinyFormat(Catalog.shipped());

    @Test
    void microjoulesOfTheColumnCalledPowerAreEnergy() {
        var result = result(csv(ROW));

        assertThat(Reading.value(result, "energy_per_inference_mj")).isEqualTo(0.5);
        assertThat(Reading.value(result, "inferences_per_joule")).isEqualTo(2_000);
        assertThat(Reading.value(result, "power_avg_mw")).isNull();
    }

    @Test
    void noPowerIsMissingAndNotZero() {
        var result = result(csv(ROW.replace("True,\"500\"", "False,\"0\"")));

        assertThat(result.measurements())
                .extracting(measured -> measured.metric())
                .containsExactly("throughput_items_per_second");
    }

    @Test
    void precisionIsReadFromTheSystemsName() {
        assertThat(result(csv(ROW)).subject().configuration().precision()).isEqualTo("int8");
        assertThat(result(csv(ROW.replace("_int8", ""))).subject().configuration().precision())
                .isEqualTo("unspecified");
    }

    @Test
    void theFolderIsTheRoundWhereItIsNamedLikeOne() {
        var inRound = Reading.among(format, "s.csv", HEADER + ROW, List.of("v1.2"), Map.of());

        assertThat(result(inRound).subject().version().tag()).isEqualTo("v1.2");
        assertThat(result(csv(ROW)).subject().version().tag()).isEqualTo("unversioned");
    }

    @Test
    void theOlderTableSaysTheSameInOtherWords() {
        var result = result(json(TABLE));

        assertThat(result.subject().hardware().id()).isEqualTo("mcu/acme/board");
        assertThat(result.subject().workload().testCase()).isEqualTo("open");
        assertThat(result.subject().version().tag()).isEqualTo("v1.0");
        assertThat(result.accuracy()).isEqualTo(new BenchmarkResult.Accuracy("auc", 0.86, null));
        assertThat(Reading.value(result, "energy_per_inference_mj")).isEqualTo(0.5);
    }

    @Test
    void aRowThatStandsTwiceIsOneResult() {
        assertThat(Reading.only(LeftOut.class, csv(ROW + ROW)))
                .extracting(LeftOut::why)
                .containsExactly(MlperfTableFormat.REPEATED);
    }

    @ParameterizedTest
    @CsvSource({
        "inf./sec., per hour, unit_mismatch, 2, ResultUnit",
        "uJ/inf., mJ/inf., unit_mismatch, 2, PowerUnit",
        "20.5, fast, unreadable, 2, Result",
        "20.5, '', missing_value, 2, Result",
        "Board_int8, '', missing_identity, 2, SystemDesc",
        "'closed,', '', unreadable, 2, ''",
        "SystemDesc, Other, unreadable, 1, ''"
    })
    void saysWhichFieldIsWrong(String from, String to, String reason, int line, String field) {
        var text = (HEADER + ROW).replace(from, to);

        Reading.assertUnreadable(
                Reading.text(format, "s.csv", text),
                Reason.of(reason),
                new Where("s.csv", line, field));
    }

    @Test
    void brokenJsonIsUnreadable() {
        Reading.assertUnreadable(
                json("[{\"Benchmark\": "), Reason.UNREADABLE, new Where("cm-result.json", 1, ""));
    }

    @Test
    void anEmptyTableIsUnreadable() {
        Reading.assertUnreadable(
                Reading.text(format, "s.csv", ""), Reason.UNREADABLE, new Where("s.csv", 1, ""));
    }

    private List<Parsed> csv(String rows) {
        return Reading.text(format, "s.csv", HEADER + rows);
    }

    private List<Parsed> json(String text) {
        return Reading.text(format, "cm-result.json", text);
    }

    private static BenchmarkResult result(List<Parsed> parsed) {
        return Reading.single(BenchmarkResult.class, parsed);
    }
}
