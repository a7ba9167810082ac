package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.ingest.adapter.Parsed.LeftOut;
import dev.chipwise.ingest.adapter.Parsed.Unreadable;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MlperfLoadgenTest {

    static final List<String> FOLDERS =
            List.of(
                    "run_1",
                    "performance",
                    "Server",
                    "bert-99",
                    "box",
                    "results",
                    "Acme",
                    "closed");
    static final String SYSTEM_FILE = "../../../../../../systems/box.json";
    static final String SYSTEM =
            "{\"accelerator_model_name\": \"NVIDIA H1\", \"framework\": \"TensorRT 10.2.0\"}";
    static final String SUMMARY = summary("Server", "Completed samples per second    : 200.00\n");
    static final String DETAIL =
            mllog("power_begin", "\"07-25-2024 10:00:00.000\"")
                    + mllog("power_end", "\"07-25-2024 10:00:10.000\"")
                    + mllog("result_query_count", "50");
    static final String METER =
            "Time,07-25-2024 10:00:00.000,Watts,900.0,Volts,1,Amps,1,PF,1,Mark,x\n"
                    + "Time,07-25-2024 10:00:01.000,Watts,100.0,Volts,1,Amps,1,PF,1,Mark,x,Ch1,"
                    + "Watts,60.0\n"
                    + "Time,07-25-2024 10:00:02.000,Watts,-1.0,Volts,1,Amps,1,PF,1,Mark,x\n"
                    + "Time,07-25-2024 10:00:03.000,Watts,300.0,Volts,1,Amps,1,PF,1,Mark,x\n"
                    + "Time,07-25-2024 10:00:10.000,Watts,900.0,Volts,1,Amps,1,PF,1,Mark,x\n";
    static final Map<String, String> NEAR =
            Map.of(SYSTEM_FILE, SYSTEM, "mlperf_log_detail.txt", DETAIL, "spl.txt", METER);

    private final Format format = new MlperfLoadgenFormat(Catalog.shipped());

    @Test
    void powerCountsStrictlyBetweenBeginAndEndAndPhasesAreNotAddedToTheTotal() {
        var result = result(read(SUMMARY, NEAR));

        assertThat(Reading.value(result, "power_avg_mw")).isEqualTo(200_000);
        assertThat(Reading.value(result, "power_peak_mw")).isEqualTo(300_000);
        assertThat(Reading.value(result, "energy_total_mj")).isEqualTo(2_000_000);
        assertThat(Reading.value(result, "energy_per_inference_mj")).isEqualTo(1_000);
        assertThat(result.envelope().labels())
                .containsEntry("power_readings", "2")
                .containsEntry("power_readings_unusable", "1");
    }

    @Test
    void energyOfAStreamIsPowerTimesSecondsByQuery() {
        var summary =
                summary("MultiStream", "")
                        .replace("samples_per_query : 1", "samples_per_query : 8");

        var result = result(read(summary, NEAR));

        // 200 W for 10 s are 2000 J, for 50 queries of 8 inferences.
        assertThat(Reading.value(result, "energy_per_inference_mj")).isEqualTo(5_000);
        assertThat(Reading.value(result, "inferences_per_joule")).isEqualTo(0.2, within(1e-12));
        assertThat(Reading.value(result, "throughput_items_per_second")).isNull();
        assertThat(Reading.value(result, "latency_p99_ms")).isEqualTo(8);
    }

    @Test
    void withoutAMetersLogThereIsNoPower() {
        var result = result(read(SUMMARY, Map.of(SYSTEM_FILE, SYSTEM)));

        assertThat(Reading.value(result, "power_avg_mw")).isNull();
        assertThat(Reading.value(result, "throughput_items_per_second")).isEqualTo(200);
    }

    @Test
    void timesOfOneBigQueryAreNoLatencies() {
        var result =
                result(
                        read(
                                summary("Offline", "Samples per second: 70\n"),
                                Map.of(SYSTEM_FILE, SYSTEM)));

        assertThat(result.measurements())
                .extracting(measured -> measured.metric())
                .containsExactly("throughput_items_per_second");
        assertThat(result.envelope().labels()).containsEntry("wait_p50_ns", "4000000");
    }

    @Test
    void anInvalidRunIsNoResult() {
        var parsed = read(SUMMARY.replace("is : VALID", "is : INVALID"), NEAR);

        assertUnreadable(parsed, Reason.UNKNOWN_STATUS, "a/mlperf_log_summary.txt", 8, "Result is");
    }

    @Test
    void anAccuracyRunIsLeftOut() {
        var parsed = read(SUMMARY.replace("PerformanceOnly", "AccuracyOnly"), NEAR);

        assertThat(Reading.only(LeftOut.class, parsed))
                .extracting(LeftOut::why)
                .containsExactly(MlperfLoadgenFormat.ACCURACY_RUN);
    }

    @Test
    void outsideASubmissionNobodyKnowsWhatRan() {
        var parsed =
                Reading.among(
                        format, "mlperf_log_summary.txt", SUMMARY, List.of("somewhere"), Map.of());

        assertUnreadable(parsed, Reason.MISSING_IDENTITY, "mlperf_log_summary.txt", 0, "");
    }

    @ParameterizedTest
    @CsvSource({
        "Scenario : Server, Scenario : Party, unreadable, 5, Scenario",
        "Completed samples per second, Finished, missing_value, 0, Completed samples per second",
        "200.00, fast, unreadable, 7, Completed samples per second",
        "Mean latency (ns), Mean, missing_value, 0, Mean latency (ns)",
        "50.00 percentile latency (ns)   : 4000000, 50.00 percentile latency (ns) : -,"
                + " unreadable, 13, 50.00 percentile latency (ns)",
        "MLPerf Results Summary, Something else, unreadable, 0, ''"
    })
    void saysWhichLineOfTheSummaryIsWrong(
            String from, String to, String reason, int line, String field) {
        var parsed = read(SUMMARY.replace(from, to), NEAR);

        assertUnreadable(parsed, Reason.of(reason), "a/mlperf_log_summary.txt", line, field);
    }

    @ParameterizedTest
    @CsvSource({
        "spl.txt, 'Watts,300.0', 'Watts,lots', unreadable, 4",
        "spl.txt, 'Watts,300.0', 'Ohms,300.0', unreadable, 4",
        "spl.txt, '07-25-2024 10:00:03.000', yesterday, unreadable, 4",
        "spl.txt, '07-25-2024 10:', '07-25-2024 11:', missing_value, 0",
        "mlperf_log_detail.txt, power_begin, begin, missing_value, 0",
        "mlperf_log_detail.txt, '10:00:00.000', '10:00:11.000', missing_value, 0",
        "mlperf_log_detail.txt, '\"07-25-2024 10:00:10.000\"', 5, unreadable, 2",
        "mlperf_log_detail.txt, ':::MLLOG', 'MLLOG', unreadable, 1"
    })
    void saysWhichLineOfAFileBesideItIsWrong(
            String file, String from, String to, String reason, int line) {
        var near = new HashMap<>(NEAR);
        near.put(file, NEAR.get(file).replace(from, to));

        assertUnreadable(read(SUMMARY, near), Reason.of(reason), "a/" + file, line, "");
    }

    @Test
    void withoutItsDescriptionNobodyKnowsWhatTheSystemIs() {
        assertUnreadable(
                read(SUMMARY, Map.of()), Reason.MISSING_IDENTITY, "a/" + SYSTEM_FILE, 0, "");
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\": ', 1", "[], 1", "'', 1"})
    void aDescriptionThatIsNoObjectIsUnreadable(String description, int line) {
        var parsed = read(SUMMARY, Map.of(SYSTEM_FILE, description));

        assertUnreadable(parsed, Reason.UNREADABLE, "a/" + SYSTEM_FILE, line, "");
    }

    private List<Parsed> read(String summary, Map<String, String> near) {
        return Reading.among(format, "a/mlperf_log_summary.txt", summary, FOLDERS, near);
    }

    private static BenchmarkResult result(List<Parsed> parsed) {
        return Reading.single(BenchmarkResult.class, parsed);
    }

    private static void assertUnreadable(
            List<Parsed> parsed, Reason reason, String path, int line, String field) {
        assertThat(parsed)
                .singleElement()
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> {
                            assertThat(unreadable.reason()).isEqualTo(reason);
                            assertThat(unreadable.where()).isEqualTo(new Where(path, line, field));
                        });
    }

    private static String mllog(String key, String value) {
        return ":::MLLOG {\"key\": \"" + key + "\", \"value\": " + value + "}\n";
    }

    private static String summary(String scenario, String rate) {
        return "=====\nMLPerf Results Summary\n=====\nSUT name : box\nScenario : "
                + scenario
                + "\nMode     : PerformanceOnly\n"
                + rate
                + "Result is : VALID\n"
                + "=====\n"
                + "Min latency (ns)                : 1000000\n"
                + "Max latency (ns)                : 10000000\n"
                + "Mean latency (ns)               : 4500000\n"
                + "50.00 percentile latency (ns)   : 4000000\n"
                + "90.00 percentile latency (ns)   : 5000000\n"
                + "95.00 percentile latency (ns)   : 6000000\n"
                + "97.00 percentile latency (ns)   : 7000000\n"
                + "99.00 percentile latency (ns)   : 8000000\n"
                + "99.90 percentile latency (ns)   : 9000000\n"
                + "samples_per_query : 1\n";
    }
}
