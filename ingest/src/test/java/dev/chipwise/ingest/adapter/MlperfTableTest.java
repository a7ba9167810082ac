package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.ingest.adapter.Parsed.LeftOut;
import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.ingest.adapter.Parsed.Unreadable;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import dev.chipwise.schemas.domain.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MlperfTableTest {

    private static final String SYSTEM =
            "\"Organization\": \"Acme\", \"Platform\": \"Box_H1x2\", \"Model\": \"resnet50\","
                    + " \"accelerator_model_name\": \"NVIDIA H1\", \"framework\": \"TensorRT 9.0.0,"
                    + " CUDA 12.2\", \"Location\": \"closed/Acme/Box/resnet50\", \"version\": \"v4.0\"";
    private static final String OFFLINE =
            row("\"Scenario\": \"Offline\", \"Units\": \"Samples/s\", \"Result\": 500");
    private static final String OFFLINE_POWER =
            row(
                    "\"Scenario\": \"Offline\", \"Units\": \"Watts\", \"Result\": null,"
                            + " \"Result_Power\": 250");

    private final Format format = new MlperfTableFormat(Catalog.shipped());

    @Test
    void powerInARowOfItsOwnJoinsItsRunWhicheverComesFirst() {
        for (var table :
                List.of(List.of(OFFLINE, OFFLINE_POWER), List.of(OFFLINE_POWER, OFFLINE))) {
            var parsed = read(table);

            var result = result(parsed);
            assertThat(Reading.value(result, "power_avg_mw")).isEqualTo(250_000);
            assertThat(Reading.value(result, "inferences_per_joule")).isEqualTo(2);
            assertThat(Reading.value(result, "energy_per_inference_mj")).isEqualTo(500);
            assertThat(Reading.only(LeftOut.class, parsed))
                    .extracting(LeftOut::why)
                    .containsExactly(MlperfTable.POWER_OF_A_RUN);
        }
    }

    @Test
    void aRowThatStandsTwiceIsOneResult() {
        var parsed = read(List.of(OFFLINE, OFFLINE));

        assertThat(Reading.only(ParsedEvent.class, parsed)).hasSize(1);
        assertThat(Reading.only(LeftOut.class, parsed))
                .extracting(LeftOut::why)
                .containsExactly(MlperfTableFormat.REPEATED);
    }

    @Test
    void aMultiStreamQueryIsEightInferences() {
        var result =
                result(
                        read(
                                row(
                                        "\"Scenario\": \"MultiStream\", \"Units\": \"Latency (ms)\","
                                                + " \"Result\": 0.8, \"Result_Power\": 160,"
                                                + " \"Result_Power_Units\": \"millijoules\"")));

        assertThat(Reading.value(result, "latency_p99_ms")).isEqualTo(0.8);
        assertThat(Reading.value(result, "energy_per_inference_mj")).isEqualTo(20);
        assertThat(Reading.value(result, "inferences_per_joule")).isEqualTo(50, within(1e-9));
        assertThat(Reading.value(result, "power_avg_mw")).isNull();
    }

    @Test
    void energyOfATokenIsNotEnergyOfAnInference() {
        var result =
                result(
                        read(
                                row(
                                        "\"Scenario\": \"Offline\", \"Units\": \"Tokens/s\","
                                                + " \"Result\": 900, \"Result_Power\": 300,"
                                                + " \"Result_Power_Units\": \"Watts\"")));

        assertThat(result.protocol().itemUnit()).isEqualTo("tokens");
        assertThat(Reading.value(result, "power_avg_mw")).isEqualTo(300_000);
        assertThat(Reading.value(result, "energy_per_inference_mj")).isNull();
    }

    @Test
    void aValueTakenOverFromAnotherScenarioIsDerived() {
        var result =
                result(
                        read(
                                row(
                                        "\"Scenario\": \"SingleStream\", \"inferred\": 1,"
                                                + " \"Units\": \"Latency (ms)\", \"Result\": 2.5")));

        assertThat(result.measurements())
                .singleElement()
                .satisfies(
                        measured -> {
                            assertThat(measured.metric()).isEqualTo("latency_p90_ms");
                            assertThat(measured.provenance()).isEqualTo(Provenance.DERIVED);
                        });
    }

    @Test
    void identityIsTheSubmittersSystemAndTheRound() {
        var subject = result(read(OFFLINE)).subject();

        assertThat(subject.hardware().id()).isEqualTo("cuda/acme/box-h1x2");
        assertThat(subject.version().tag()).isEqualTo("v4.0");
        assertThat(subject.workload().testCase()).isEqualTo("offline");
        assertThat(subject.configuration().runtime()).isEqualTo("tensorrt-cuda");
        assertThat(subject.configuration().runtimeVersion()).isEqualTo("TensorRT 9.0.0, CUDA 12.2");
    }

    @ParameterizedTest
    @CsvSource({
        "N/A, cpu",
        "Virtualized NVIDIA L40S, cuda",
        "AMD Instinct MI300X, rocm",
        "QUALCOMM Cloud AI 100 Ultra, qualcomm",
        "TPU v5e, tpu",
        "Habana Gaudi2, npu",
        "Frobnicator 9, other"
    })
    void typesComeFromTheAcceleratorsName(String accelerator, String type) {
        var hardware = result(read(OFFLINE.replace("NVIDIA H1", accelerator))).subject().hardware();

        assertThat(hardware.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Model\": \"resnet50\", | | missing_identity | Model",
                "\"Location\": \"closed/Acme/Box/resnet50\", | | missing_identity | Location",
                "\"Units\": \"Samples/s\", | | missing_identity | Units",
                "Samples/s | Furlongs | unit_mismatch | Units",
                "Samples/s | Latency (ms) | unit_mismatch | Units",
                "500 | \"many\" | unreadable | Result",
                "500 | [] | unreadable | Result",
                "500 | null | missing_value | Result",
                "500 | 500, \"Result_Power\": 3 | unit_mismatch | Result_Power_Units"
            })
    void sayWhatIsWrongAndWhere(String from, String to, String reason, String field) {
        var parsed = read(OFFLINE.replace(from, to == null ? "" : to));

        assertThat(parsed)
                .singleElement()
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> {
                            assertThat(unreadable.reason()).isEqualTo(Reason.of(reason));
                            assertThat(unreadable.where())
                                    .isEqualTo(new Where("cm-result.json", 1, field));
                        });
    }

    @Test
    void powerWithoutItsRunIsRefused() {
        assertThat(Reading.only(Unreadable.class, read(OFFLINE_POWER)))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.MISSING_VALUE));
    }

    @Test
    void anotherPowerOfTheSameRunIsRefused() {
        var parsed = read(List.of(OFFLINE, OFFLINE_POWER, OFFLINE_POWER.replace("250", "251")));

        assertThat(Reading.only(Unreadable.class, parsed))
                .singleElement()
                .satisfies(
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(Reason.CONFLICTING_DUPLICATE));
    }

    @Test
    void whatStandsBeforeASyntaxErrorIsRead() {
        var parsed = Reading.text(format, "cm-result.json", "[" + OFFLINE + ",\n{\"Model\": ");

        assertThat(Reading.only(ParsedEvent.class, parsed)).hasSize(1);
        assertThat(Reading.only(Unreadable.class, parsed))
                .singleElement()
                .satisfies(bad -> assertThat(bad.where().line()).isEqualTo(2));
    }

    private List<Parsed> read(String row) {
        return read(List.of(row));
    }

    private List<Parsed> read(List<String> rows) {
        return Reading.text(format, "cm-result.json", "[" + String.join(",\n", rows) + "]");
    }

    private static BenchmarkResult result(List<Parsed> parsed) {
        var events = Reading.only(ParsedEvent.class, parsed);
        assertThat(events).as(parsed.toString()).hasSize(1);
        return (BenchmarkResult) events.get(0).event();
    }

    private static String row(String fields) {
        return "{" + SYSTEM + ", " + fields + "}";
    }
}
