package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.adapter.Parsed.LeftOut;
import dev.chipwise.ingest.adapter.Parsed.Unreadable;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MlperfMobileTest {

    static final String PHONE =
            """
            {"meta": {"uuid": "u-1"},
             "results": [{
               "benchmark_id": "image_classification",
               "loadgen_scenario": "SingleStream",
               "backend_settings": {"framework": "SNPE", "batch_size": 1, "extra_settings": [
                 {"id": "level", "value": "off"}, {"id": "num_threads", "value": "4"}]},
               "backend_info": {
                 "vendor_name": "QTI", "backend_name": "snpe", "accelerator_name": "HTP"},
               "performance_run": {
                 "throughput": {"value": 250.5}, "measured_duration": 60.5,
                 "start_datetime": "2024-04-01T17:50:01.25",
                 "loadgen": {"query_count": 15030, "latency_mean": 0.004, "latency90": 0.005,
                   "is_result_valid": true}},
               "accuracy_run": {"accuracy": {"normalized": 0.82, "formatted": "82.00%"}}}],
             "environment_info": {"platform": "android", "value": {"android": {
               "manufacturer": "acme", "model_name": "One", "proc_cpuinfo_soc_name": "Unknown",
               "props": [{"type": "socName", "value": "SM1"}]}}}}
            """;

    private final Format format = new MlperfMobileFormat(Catalog.shipped());

    @Test
    void readsSecondsAsMillisecondsAndTheSettings() {
        var result = Reading.single(BenchmarkResult.class, read(PHONE));

        assertThat(Reading.value(result, "latency_mean_ms")).isEqualTo(4);
        assertThat(Reading.value(result, "latency_p90_ms")).isEqualTo(5);
        assertThat(result.subject().configuration().threads()).isEqualTo(4);
        assertThat(result.subject().hardware().soc()).isEqualTo("SM1");
        assertThat(result.accuracy().value()).isEqualTo(0.82);
    }

    @Test
    void aTimeWithoutZoneIsNoMoment() {
        var result = Reading.single(BenchmarkResult.class, read(PHONE));

        assertThat(result.envelope().occurredAt()).isEqualTo(AiHubEvents.TIME_UNKNOWN);
        assertThat(result.envelope().labels())
                .containsEntry("started_without_zone", "2024-04-01T17:50:01.25")
                .containsKey(AiHubEvents.TIME_UNKNOWN_LABEL);
    }

    @Test
    void aTimeWithZoneIsWhenItWasMeasured() {
        var result =
                Reading.single(
                        BenchmarkResult.class,
                        read(PHONE.replace("17:50:01.25", "17:50:01.25+02:00")));

        assertThat(result.envelope().occurredAt())
                .isEqualTo(Instant.parse("2024-04-01T15:50:01.25Z"));
    }

    @Test
    void oneBigQueryHasNeitherLatencyNorBatch() {
        var text =
                PHONE.replace("SingleStream", "Offline")
                        .replace("batch_size\": 1", "batch_size\": 12288");

        var result = Reading.single(BenchmarkResult.class, read(text));

        assertThat(Reading.value(result, "latency_mean_ms")).isNull();
        assertThat(result.subject().configuration().batchSize()).isEqualTo(1);
        assertThat(result.envelope().labels()).containsEntry("batch_setting", "12288");
    }

    @Test
    void withoutAPerformanceRunItIsLeftOut() {
        var parsed = read(PHONE.replace("performance_run", "other_run"));

        assertThat(Reading.only(LeftOut.class, parsed))
                .extracting(LeftOut::why)
                .containsExactly(MlperfMobileFormat.NO_PERFORMANCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valid\": true | valid\": false | unknown_status | performance_run.loadgen.is_result_valid",
                "250.5 | \"fast\" | unreadable | performance_run.throughput.value",
                "\"latency90\": 0.005, | | missing_value | performance_run.loadgen.latency90",
                "\"benchmark_id\" | \"id\" | missing_identity | benchmark_id",
                "\"manufacturer\" | \"maker\" | missing_identity | environment_info.value.android.manufacturer"
            })
    void saysWhichFieldIsWrong(String from, String to, String reason, String field) {
        assertUnreadable(
                read(PHONE.replace(from, to == null ? "" : to)),
                Reason.of(reason),
                new Where("result.json", 0, "results[0]." + field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"results\": 5} | 1", "[] x | 1", "{\"results\": [ | 1", "7 | 1"})
    void whatIsNoPhoneIsUnreadable(String text, int line) {
        assertUnreadable(read(text), Reason.UNREADABLE, new Where("result.json", line, ""));
    }

    private List<Parsed> read(String text) {
        return Reading.text(format, "result.json", text);
    }

    private static void assertUnreadable(List<Parsed> parsed, Reason reason, Where where) {
        assertThat(parsed)
                .singleElement()
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> {
                            assertThat(unreadable.reason()).isEqualTo(reason);
                            assertThat(unreadable.where()).isEqualTo(where);
                        });
    }
}
